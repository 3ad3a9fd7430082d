import { compileValue, type ExpressionSubject } from '../model/compileExpression'
import type { ReportingDefinition } from '../model/feedDefinitions'

/** 在线 reports in time, 迟报 is late (or not yet trusted again), 静默 has fallen silent, 未知 cannot be judged. */
export type ReportingState = '在线' | '迟报' | '静默' | '未知'

/**
 * Why a state holds: reports in time; nothing for too many cycles; heard again but not yet often enough in a row; no
 * cycle known; never heard; a report dated further ahead of the clock than one cycle.
 */
type ReportingReason = 'on-time' | 'overdue' | 'recovering' | 'no-cycle' | 'never' | 'future'

export interface Reporting {
  readonly state: ReportingState
  readonly reason: ReportingReason
  /** Time of the newest report, epoch milliseconds. */
  readonly lastSeen: number | null
  /** Reports in a row that came within the late limit of the one before, since the device was last late. */
  readonly timely: number
}

/** In a device's own cycles: late after `late`, silent after `silent`, online again after `recover` timely reports in a row. */
export interface ReportingLimits {
  readonly late: number
  readonly silent: number
  readonly recover: number
}

/**
 * Seconds between two reports of a device, by the feed's definition; null where it gives no positive number.
 * @throws Error when the expression does not compile; the catalog's checks name it before.
 */
export function deviceCycle({ cycle }: ReportingDefinition): (subject: ExpressionSubject) => number | null {
  const compiled = compileValue(cycle)
  if (!compiled.ok) throw new Error(compiled.error)
  return (subject) => {
    const value = compiled.evaluate(subject)
    return typeof value === 'number' && value > 0 && Number.isFinite(value) ? value : null
  }
}

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
