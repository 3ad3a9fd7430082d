import type { AlarmLevel } from '../../model/alarmRule'
import type { BreachSide } from '../rules/firing'

/** One alarm: a rule that fires on a device, from when it was raised until it clears. Times in epoch milliseconds. */
export interface Alarm {
  readonly feed: string
  readonly device: string
  readonly rule: string
  readonly level: AlarmLevel
  readonly side: BreachSide
  /** The newest reading, and the limit it is held against. */
  readonly value: number | null
  readonly limit: number | null
  /** When the breach began, by the data. */
  readonly since: number
  /** When it was raised, by the app's clock. */
  readonly raisedAt: number
  readonly acknowledgedAt: number | null
  readonly clearedAt: number | null
}

/** New alarms of one device and rule are quiet from `from` until `until`. */
export interface Mute {
  readonly from: number
  readonly until: number
}

/** Every alarm that stands, at most one of a device and rule, and the last ones that have cleared. */
export interface AlarmLog {
  /** By `alarmKey`. */
  readonly standing: ReadonlyMap<string, Alarm>
  /** The one that cleared last first, at most `MOST_CLEARED`. */
  readonly cleared: readonly Alarm[]
  /** By `alarmKey`. */
  readonly mutes: ReadonlyMap<string, Mute>
}

export const MOST_CLEARED = 500

export const EMPTY_LOG: AlarmLog = Object.freeze({ standing: new Map(), cleared: Object.freeze([]), mutes: new Map() })

/** What an alarm is known by while it stands: its feed, device and rule. */
export function alarmKey({ feed, device, rule }: Pick<Alarm, 'feed' | 'device' | 'rule'>): string {
  return JSON.stringify([feed, device, rule])
}
