import type { AlarmLevel } from '../../model/alarmRule'

/** Which way a reading breaks its rule. */
export type BreachSide = 'above' | 'below' | 'rise' | 'fall' | 'silence'

/** A rule that fires on a device: the alarm cites it with the value and the limit it was held against. */
export interface Firing {
  /** Id of the rule. */
  readonly rule: string
  readonly level: AlarmLevel
  readonly side: BreachSide
  /** The reading, or for a rate its change over the rule's minutes, in the unit of the reading; null for silence. */
  readonly value: number | null
  readonly limit: number | null
  /** Epoch milliseconds: the first reading beyond the limit in this run, or the last report before the silence. */
  readonly since: number
}
