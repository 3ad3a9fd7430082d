import type { CityFeature } from '#core/model/feature.ts'
import type { HistoryEntry, TimeAxis } from './historyEntry'

/**
 * The features of a feed at a moment (epoch milliseconds, inclusive): those of `base`, known before the first entry, with
 * the entries up to it. Entries are in order of arrival; of two of one data time the later arrival holds. Order: as in
 * `base`, then as they came.
 */
export function stateAt(
  base: readonly CityFeature[],
  entries: readonly HistoryEntry[],
  at: number,
  axis: TimeAxis,
): readonly CityFeature[] {
  const state = new Map(base.map((feature) => [feature.id, feature]))
  const moments = new Map(base.map((feature) => [feature.id, momentOf(feature, null)]))
  for (const { id, arrival, feature } of entries) {
    if (axis === 'known') {
      if (arrival > at) break
    } else {
      const moment = momentOf(feature, arrival)
      const held = moments.get(id)
      if (moment > at || (held !== undefined && moment < held)) continue
      moments.set(id, moment)
    }
    if (feature) state.set(id, feature)
    else state.delete(id)
  }
  return [...state.values()]
}

/** What was there from the beginning counts from before everything. */
const momentOf = (feature: CityFeature | null, arrival: number | null): number =>
  feature?.time ?? arrival ?? Number.NEGATIVE_INFINITY
