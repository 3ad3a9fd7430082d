import type { Firing } from '../rules/firing'
import { type Alarm, type AlarmLog, alarmKey, MOST_CLEARED } from './alarmLog'

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
