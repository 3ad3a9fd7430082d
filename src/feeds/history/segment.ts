import type { CityFeature } from '#core/model/feature.ts'
import type { TimeAxis } from '#core/model/world.ts'

/** A feature as it became known: when that was, and of when it is. */
export interface HistoryEntry {
  readonly id: string
  /** The app's time at which it became known, epoch milliseconds. */
  readonly arrival: number
  /** Null: it was gone. */
  readonly feature: CityFeature | null
  /** It came after something newer of the same feature: it never was what was known. */
  readonly late?: true
}

/** A stretch of one feed's history: the state it began with, and the entries since, in parts. Times are epoch milliseconds. */
export interface Segment {
  readonly feed: string
  /** Grows with every segment of a history. */
  readonly number: number
  readonly from: number
  /** Arrival of its last entry; `from` while there is none. */
  to: number
  /** Features it began with and entries since: what it takes of the room there is. */
  records: number
  /** Parts written. */
  parts: number
  /** Entries by the minute of their arrival, for the time bar. */
  readonly minutes: Record<number, number>
}

const MINUTE = 60_000

const minuteOf = (time: number): number => Math.floor(time / MINUTE) * MINUTE

/** Keys sort by number, so that the oldest come first. */
const keyOf = (prefix: string, number: number): string => `${prefix}|${String(number).padStart(9, '0')}`
export const metaKey = (prefix: string, { number }: Segment): string => `${keyOf(prefix, number)}|meta`
export const baseKey = (prefix: string, { number }: Segment): string => `${keyOf(prefix, number)}|base`
export const partKey = (prefix: string, { number }: Segment, part: number): string =>
  `${keyOf(prefix, number)}|part${String(part).padStart(6, '0')}`
export const isMetaKey = (prefix: string, key: string): boolean => key.startsWith(`${prefix}|`) && key.endsWith('|meta')

/** Every key of a segment. */
export const keysOf = (prefix: string, segment: Segment): readonly string[] => [
  metaKey(prefix, segment),
  baseKey(prefix, segment),
  ...Array.from({ length: segment.parts }, (_, part) => partKey(prefix, segment, part)),
]

/** Counts entries into a segment. */
export function countIn(segment: Segment, entries: readonly HistoryEntry[]): void {
  for (const { arrival } of entries) {
    segment.to = Math.max(segment.to, arrival)
    const minute = minuteOf(arrival)
    segment.minutes[minute] = (segment.minutes[minute] ?? 0) + 1
  }
  segment.records += entries.length
}

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
  for (const { id, arrival, feature, late } of entries) {
    if (axis === 'known') {
      if (arrival > at) break
      if (late) continue
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
