import { ALARM_LEVELS } from '../../model/alarmRule'
import { type Alarm, type AlarmLog, alarmKey } from './alarmLog'

/** An alarm as it stood at a moment. */
export interface ListedAlarm extends Alarm {
  readonly key: string
  /** End of the mute that keeps it quiet, epoch milliseconds; null: it is not muted. */
  readonly mutedUntil: number | null
}

/**
 * The alarms that stood at `now` (epoch milliseconds, also a moment of the past): muted ones last, the most severe first,
 * of one level those nobody has acknowledged, then the newest.
 */
export function listAlarms(log: AlarmLog, now: number): readonly ListedAlarm[] {
  const stood = [...log.standing.values(), ...log.cleared].filter(
    ({ raisedAt, clearedAt }) => raisedAt <= now && (clearedAt === null || clearedAt > now),
  )
  return stood.map((alarm) => asOf(log, alarm, now)).sort(inOrder)
}

function asOf(log: AlarmLog, alarm: Alarm, now: number): ListedAlarm {
  const key = alarmKey(alarm)
  const mute = log.mutes.get(key)
  const { acknowledgedAt } = alarm
  return {
    ...alarm,
    key,
    clearedAt: null,
    acknowledgedAt: acknowledgedAt !== null && acknowledgedAt <= now ? acknowledgedAt : null,
    mutedUntil: mute && mute.from <= now && now < mute.until ? mute.until : null,
  }
}

function inOrder(a: ListedAlarm, b: ListedAlarm): number {
  return (
    Number(a.mutedUntil !== null) - Number(b.mutedUntil !== null) ||
    ALARM_LEVELS.indexOf(a.level) - ALARM_LEVELS.indexOf(b.level) ||
    Number(a.acknowledgedAt !== null) - Number(b.acknowledgedAt !== null) ||
    b.raisedAt - a.raisedAt ||
    (a.key < b.key ? -1 : Number(a.key > b.key))
  )
}
