import type { Alarm, AlarmLog } from './alarmLog'
import { alarmKey } from './alarmLog'

/** A log as it is kept. */
export interface KeptAlarms {
  readonly alarms: readonly Alarm[]
  readonly mutes: readonly (readonly [key: string, from: number, until: number])[]
}

/** What of a log is worth keeping over a reload. */
export function keepAlarms({ standing, cleared, mutes }: AlarmLog): KeptAlarms {
  return {
    alarms: [...standing.values(), ...cleared],
    mutes: [...mutes].map(([key, { from, until }]) => [key, from, until]),
  }
}

/**
 * A kept log as of `now`. A clock that begins again, as that of a demonstration, may stand before it was kept: what had not
 * been raised by then is left out, what had not cleared stands again, and what somebody acknowledged stays acknowledged.
 */
export function restoreAlarms({ alarms, mutes }: KeptAlarms, now: number): AlarmLog {
  const raised = alarms.filter(({ raisedAt }) => raisedAt <= now)
  const standing = new Map<string, Alarm>()
  for (const alarm of raised) {
    const { clearedAt, acknowledgedAt } = alarm
    if (clearedAt !== null && clearedAt <= now) continue
    const noted = acknowledgedAt === null ? null : Math.min(acknowledgedAt, now)
    standing.set(alarmKey(alarm), { ...alarm, clearedAt: null, acknowledgedAt: noted })
  }
  const cleared = raised.filter(({ clearedAt }) => clearedAt !== null && clearedAt <= now)
  const kept = mutes.filter(([, , until]) => until > now)
  return {
    standing,
    cleared,
    mutes: new Map(kept.map(([key, from, until]) => [key, { from: Math.min(from, now), until }])),
  }
}
