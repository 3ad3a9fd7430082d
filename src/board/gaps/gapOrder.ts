import type { LocalText } from '#core/model/feature.ts'
import type { Gap, GapReason } from '#core/planning/gaps/gap.ts'

export interface GapSort {
  readonly by: 'name' | 'people' | 'places' | 'size'
  readonly descending: boolean
}

/** What is listed; null: all. */
export interface GapFilter {
  readonly town: string | null
  readonly unit: string | null
  readonly kind: string | null
  readonly why: GapReason | null
}

export const ALL_GAPS: GapFilter = { town: null, unit: null, kind: null, why: null }

/** The same in every language: towns and kinds by their Chinese. */
export interface GapChoices {
  readonly towns: readonly LocalText[]
  readonly units: readonly string[]
  readonly kinds: readonly string[]
  readonly whys: readonly GapReason[]
}

const collator = new Intl.Collator('zh-CN', { numeric: true })
const sorted = (texts: Iterable<string>) => [...new Set(texts)].sort(collator.compare)

/** What gaps can be told apart by; of a single choice there is none. */
export function choicesOf(gaps: readonly Gap[]): GapChoices {
  const towns = new Map(gaps.flatMap((gap) => gap.towns.map((town) => [town.zh, town])))
  const several = <T>(choices: readonly T[]) => (choices.length > 1 ? choices : [])
  return {
    towns: several([...towns.values()].sort((a, b) => collator.compare(a.zh, b.zh))),
    units: several(sorted(gaps.flatMap(({ unit }) => unit ?? []))),
    kinds: several(sorted(gaps.flatMap(({ kind }) => kind ?? []))),
    whys: several([...new Set(gaps.flatMap(({ why }) => why ?? []))]),
  }
}

export const fitsGap = ({ town, unit, kind, why }: GapFilter, gap: Gap): boolean =>
  (town === null || gap.towns.some(({ zh }) => zh === town)) &&
  (unit === null || gap.unit === unit) &&
  (kind === null || gap.kind === kind) &&
  (why === null || gap.why === why)

/** How many places are in a gap; null for one without an area. */
export const placesIn = ({ places }: Pick<Gap, 'places'>): number | null =>
  places && Object.values(places).reduce((sum, count) => sum + count, 0)

const figureOf = (gap: Gap, by: GapSort['by']): number | null => {
  switch (by) {
    case 'people':
      return gap.people.people ?? gap.people.atLeast
    case 'places':
      return placesIn(gap)
    case 'size':
      return gap.area ?? gap.length
    case 'name':
      return null
  }
}

/** Gaps in the order wanted; what has no figure comes last either way, ties keep the order they came in. */
export function orderGaps(
  gaps: readonly Gap[],
  { by, descending }: GapSort,
  nameOf: (gap: Gap) => string,
): readonly Gap[] {
  const turn = descending ? -1 : 1
  return gaps.toSorted((a, b) => {
    if (by === 'name') return turn * collator.compare(nameOf(a), nameOf(b))
    const [x, y] = [figureOf(a, by), figureOf(b, by)]
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1
    return turn * (x - y)
  })
}
