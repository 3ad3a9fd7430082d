import type { CityFeature } from '../model/feature'
import type { DuplicatePair } from './duplicates'

/** Cases that hang together by pairs: each may be the same matter as another of its group. Largest first. */
export function duplicateGroups(pairs: readonly DuplicatePair[]): readonly (readonly CityFeature[])[] {
  const groups = new Map<string, CityFeature[]>()
  for (const { a, b } of pairs) {
    const [mine, theirs] = [groups.get(a.id) ?? [a], groups.get(b.id) ?? [b]]
    if (mine === theirs) continue
    const joined = [...mine, ...theirs]
    for (const { id } of joined) groups.set(id, joined)
  }
  return [...new Set(groups.values())].sort((x, y) => y.length - x.length)
}
