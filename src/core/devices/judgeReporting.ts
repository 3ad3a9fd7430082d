import type { Reporting, ReportingLimits } from './reportingState'

/**
 * Reporting state of a device as of `now` (epoch milliseconds) from its newest report and its own cycle (seconds).
 *
 * Late when the newest report is more than `late` cycles old, silent when more than `silent`; the edges count to the
 * better side. A device that was late or silent is online again only after `recover` reports in a row that each came
 * within `late` cycles of the one before: the report that ends the gap is not one of them, so a device that reports now
 * and then does not flap. Without a past the newest report alone decides. A report up to one cycle ahead of the clock is
 * a clock that runs fast and counts as just come; further ahead, or without a cycle or a time, the state is unknown.
 */
export function judgeReporting(
  { cycle, lastSeen }: { readonly cycle: number | null; readonly lastSeen: number | null },
  now: number,
  limits: ReportingLimits,
  before: Reporting | null,
): Reporting {
  if (cycle === null || !(cycle > 0)) return { state: '未知', reason: 'no-cycle', lastSeen, timely: 0 }
  if (lastSeen === null) return { state: '未知', reason: 'never', lastSeen, timely: 0 }
  const cycleMs = cycle * 1000
  const age = now - lastSeen
  if (age < -cycleMs) return { state: '未知', reason: 'future', lastSeen, timely: 0 }
  if (age > limits.silent * cycleMs) return { state: '静默', reason: 'overdue', lastSeen, timely: 0 }
  if (age > limits.late * cycleMs) return { state: '迟报', reason: 'overdue', lastSeen, timely: 0 }
  const trusted = before === null || before.state === '在线' || before.state === '未知'
  if (trusted) return { state: '在线', reason: 'on-time', lastSeen, timely: limits.recover }
  const timely = timelyInARow(before, lastSeen, limits.late * cycleMs)
  return timely >= limits.recover
    ? { state: '在线', reason: 'on-time', lastSeen, timely }
    : { state: '迟报', reason: 'recovering', lastSeen, timely }
}

function timelyInARow(before: Reporting, lastSeen: number, allowedMs: number): number {
  const gap = before.lastSeen === null ? Number.POSITIVE_INFINITY : lastSeen - before.lastSeen
  // The same report looked at again, or an older one that came after it, changes nothing.
  if (gap <= 0) return before.timely
  return gap <= allowedMs ? before.timely + 1 : 0
}
