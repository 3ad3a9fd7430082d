import type { CityFeature } from '#core/model/feature.ts'

/** A feature as it became known: when that was, and of when it is. */
export interface HistoryEntry {
  readonly id: string
  /** The app's time at which it became known, epoch milliseconds. */
  readonly arrival: number
  /** Null: it was gone. */
  readonly feature: CityFeature | null
}

/**
 * `known`: by the time it arrived, what the page showed then. `happened`: by the time of the data, as it is known now; what
 * arrived late stands where it belongs. An entry without a time of its own counts from its arrival.
 */
export type TimeAxis = 'known' | 'happened'
