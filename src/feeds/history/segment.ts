import type { HistoryEntry } from './historyEntry'

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

export const MINUTE = 60_000

export const minuteOf = (time: number): number => Math.floor(time / MINUTE) * MINUTE

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
