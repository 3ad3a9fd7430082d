import type { AlarmLog } from './alarmLog'

/** The log after somebody has taken note of a standing alarm; a second time, or of one that does not stand, changes nothing. */
export function acknowledgeAlarm(log: AlarmLog, key: string, now: number): AlarmLog {
  const alarm = log.standing.get(key)
  if (!alarm || alarm.acknowledgedAt !== null) return log
  return { ...log, standing: new Map(log.standing).set(key, { ...alarm, acknowledgedAt: now }) }
}
