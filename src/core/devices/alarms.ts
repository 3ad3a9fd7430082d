import { ALARM_LEVELS, type AlarmLevel } from '../model/feedDefinitions'
import type { BreachSide, Firing } from './rules/rule'

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
interface Mute {
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

/**
 * The log after a look at one device: rules that fire now and did not before raise an alarm, those that no longer fire
 * clear theirs, and an alarm that stands takes the newest value without being raised again. A device that is gone is
 * observed with no firings. `now` is epoch milliseconds. The same log comes back where nothing
 * changed.
 */
export function observeDevice(
  log: AlarmLog,
  { feed, device }: Pick<Alarm, 'feed' | 'device'>,
  firings: readonly Firing[],
  now: number,
): AlarmLog {
  const theirs = [...log.standing].filter(([, alarm]) => alarm.feed === feed && alarm.device === device)
  if (theirs.length === 0 && firings.length === 0) return log
  const standing = new Map(log.standing)
  const fired = new Set<string>()
  let changed = false
  for (const { rule, level, side, value, limit, since } of firings) {
    const key = alarmKey({ feed, device, rule })
    fired.add(key)
    const known = standing.get(key)
    if (known && known.value === value && known.limit === limit && known.side === side && known.level === level)
      continue
    changed = true
    standing.set(key, {
      feed,
      device,
      rule,
      level,
      side,
      value,
      limit,
      since: known?.since ?? since,
      raisedAt: known?.raisedAt ?? now,
      acknowledgedAt: known?.acknowledgedAt ?? null,
      clearedAt: null,
    })
  }
  const cleared: Alarm[] = []
  for (const [key, alarm] of theirs) {
    if (fired.has(key)) continue
    standing.delete(key)
    cleared.push({ ...alarm, clearedAt: now })
  }
  if (!changed && cleared.length === 0) return log
  return { ...log, standing, cleared: [...cleared, ...log.cleared].slice(0, MOST_CLEARED) }
}

/** The log after somebody has taken note of a standing alarm; a second time, or of one that does not stand, changes nothing. */
export function acknowledgeAlarm(log: AlarmLog, key: string, now: number): AlarmLog {
  const alarm = log.standing.get(key)
  if (!alarm || alarm.acknowledgedAt !== null) return log
  return { ...log, standing: new Map(log.standing).set(key, { ...alarm, acknowledgedAt: now }) }
}

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
