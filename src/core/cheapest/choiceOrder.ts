import type { NeedTable } from './needTable'

/**
 * Which choices are never made before which: one that costs no more and brings each need no less goes first. Of two that are
 * the same the earlier does.
 */
export interface ChoiceOrder {
  /** Choices that are not made where this one is not. */
  readonly after: readonly (readonly number[])[]
  /** Choices that are made where this one is. */
  readonly before: readonly (readonly number[])[]
}

/** Among more than so many only those that are the same are ordered. */
const MOST_COMPARED = 1200

export function choiceOrder(
  { choices, costs, brings, gainsOf, plain }: NeedTable,
  active: readonly number[],
): ChoiceOrder {
  const after: number[][] = Array.from({ length: choices }, () => [])
  const before: number[][] = Array.from({ length: choices }, () => [])
  const simple = active.filter((at) => plain[at] === 1)
  const maps = new Map(simple.map((at) => [at, bringing(brings[at]!, gainsOf[at]!)]))
  const note = (first: number, then: number) => {
    after[first]!.push(then)
    before[then]!.push(first)
  }
  if (simple.length <= MOST_COMPARED) {
    for (const a of simple) {
      for (const b of simple) {
        if (a === b || !(costs[a]! <= costs[b]!) || !noLess(maps.get(a)!, maps.get(b)!)) continue
        const same = costs[a] === costs[b] && noLess(maps.get(b)!, maps.get(a)!)
        if (!same || a < b) note(a, b)
      }
    }
    return { after, before }
  }
  const groups = new Map<string, number[]>()
  for (const at of simple) {
    const key = JSON.stringify([costs[at], [...maps.get(at)!].sort()])
    const group = groups.get(key) ?? []
    groups.set(key, group)
    const last = group.at(-1)
    if (last !== undefined) note(last, at)
    group.push(at)
  }
  return { after, before }
}

/** What it brings, by need, and by subject. */
function bringing(
  brings: NeedTable['brings'][number],
  gains: NeedTable['gainsOf'][number],
): ReadonlyMap<string, number> {
  const all = new Map<string, number>()
  for (const { need, by } of brings) all.set(`n${need}`, (all.get(`n${need}`) ?? 0) + by)
  for (const { at, share } of gains) all.set(`s${at}`, share)
  return all
}

function noLess(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  for (const [key, by] of b) if ((a.get(key) ?? 0) < by) return false
  for (const [key, by] of a) if (by < 0 && !b.has(key)) return false
  return true
}
