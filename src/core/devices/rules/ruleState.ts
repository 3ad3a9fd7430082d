import type { Firing } from './firing'

/** One value of a device. Time in epoch milliseconds. */
export interface Sample {
  readonly time: number
  readonly value: number
}

/** What a rule remembers of a device between two looks. */
export interface RuleState {
  /** The rule fires, and since when. */
  readonly firing: Firing | null
  /** Threshold: the first reading of the present run beyond the limit, epoch milliseconds; null: inside. */
  readonly beyondSince: number | null
  /** Rate: readings of the last minutes, oldest first. */
  readonly window: readonly Sample[]
}

export const CALM: RuleState = Object.freeze({ firing: null, beyondSince: null, window: Object.freeze([]) })
