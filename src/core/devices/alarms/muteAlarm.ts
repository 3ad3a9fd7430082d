import type { AlarmLog } from './alarmLog'

/**
 * The log with a device's rule muted until a moment (epoch milliseconds): what it raises meanwhile is kept, but quiet, and
 * shows itself at the end if it still stands. A moment that is not ahead ends the mute. Mutes that are over are let go.
 */
export function muteAlarm(log: AlarmLog, key: string, until: number, now: number): AlarmLog {
  const mutes = new Map([...log.mutes].filter(([, mute]) => mute.until > now))
  if (until > now) mutes.set(key, { from: now, until })
  else mutes.delete(key)
  return { ...log, mutes }
}
