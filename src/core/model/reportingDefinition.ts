import type { Expression } from './expression'

/** When a device counts as late or silent, in its own cycles, and how it counts as online again. */
export interface ReportingDefinition {
  /** Seconds between two readings. */
  readonly cycle: Expression
  readonly late: number
  readonly silent: number
  /** Timely readings in a row after which a late or silent device is online again. */
  readonly recover: number
}
