import { countsFrom } from '../model/time'
import type { Pause } from './stageVisits'
import type { WorkingTime } from './workingTime'

/**
 * `on-time`; `due-soon`: little of the limit is left; `overdue`: it is used up; `suspended`: the clock stands still;
 * `unlimited`: no limit is known, so nothing can be said; `ahead`: it is said to begin or end more than ten minutes from now,
 * which is a wrong time, so nothing can be said either.
 */
export type ClockState = 'on-time' | 'due-soon' | 'overdue' | 'suspended' | 'unlimited' | 'ahead'

/** Minutes are working minutes of the case's calendar, or of the clock where it runs round the clock. */
export interface RunningClock {
  /** Minutes used, less suspension. */
  readonly used: number
  readonly limit: number | null
  /** Minutes left, negative when overdue; null without a limit, and ahead. */
  readonly remaining: number | null
  /** When the limit is or was used up, epoch milliseconds; null without a limit, while suspension keeps it open, and ahead. */
  readonly due: number | null
  readonly state: ClockState
  /** The state holds up to here, epoch milliseconds: time alone changes it then. Infinity when it does not. */
  readonly until: number
}

export interface ClockRun {
  readonly from: number
  /** Where the clock stopped for good; null while it runs. */
  readonly to: number | null
  readonly pauses: readonly Pause[]
  readonly limit: number | null
  readonly time: WorkingTime
  readonly now: number
  /** Share of the limit left from which on it is due soon. */
  readonly dueSoon: number
}

/** A clock as it stands now, or as it stood when it stopped. A limit used to the minute is not overdue. */
export function runClock(run: ClockRun): RunningClock {
  const { from, to, pauses, limit, time, now, dueSoon } = run
  const stop = to ?? Math.max(now, from)
  let used = time.between(from, stop)
  for (const pause of pauses) {
    const [start, end] = [Math.max(pause.from, from), Math.min(pause.to, stop)]
    if (end > start) used -= time.between(start, end)
  }
  if (limit === null) {
    const paused = to === null && stands(pauses, now)
    const until = to === null ? nextPause(pauses, now) : Infinity
    return { used, limit, remaining: null, due: null, state: paused ? 'suspended' : 'unlimited', until }
  }
  const counts = countsFrom(to === null ? from : Math.max(from, to))
  if (counts > now) return { used, limit, remaining: null, due: null, state: 'ahead', until: counts }
  const remaining = limit - used
  const due = dueOf(run, limit)
  const state = stateOf(run, limit, remaining, dueSoon)
  return { used, limit, remaining, due, state, until: untilOf(run, limit, state, due) }
}

function untilOf(run: ClockRun, limit: number, state: ClockState, due: number | null): number {
  const { to, pauses, now, dueSoon } = run
  if (to !== null || state === 'overdue') return to !== null ? Infinity : nextPause(pauses, now)
  const turn = state === 'on-time' ? dueOf(run, limit * (1 - dueSoon)) : state === 'due-soon' ? due : null
  return Math.min(turn ?? Infinity, nextPause(pauses, now))
}

/** The next moment at which a pause begins or ends. */
function nextPause(pauses: readonly Pause[], now: number): number {
  let next = Infinity
  for (const { from, to } of pauses) {
    if (from > now) next = Math.min(next, from)
    if (to > now) next = Math.min(next, to)
  }
  return next
}

function stateOf({ to, pauses, now }: ClockRun, limit: number, remaining: number, dueSoon: number): ClockState {
  if (to === null && stands(pauses, now)) return 'suspended'
  if (remaining < 0) return 'overdue'
  return to === null && remaining <= limit * dueSoon ? 'due-soon' : 'on-time'
}

const stands = (pauses: readonly Pause[], now: number): boolean =>
  pauses.some((pause) => pause.from <= now && now < pause.to)

/** The limit is laid along the time between the pauses. */
function dueOf({ from, pauses, time }: ClockRun, limit: number): number | null {
  let start = from
  let left = limit
  for (const pause of pauses) {
    if (pause.to <= start) continue
    const end = Math.max(pause.from, start)
    const run = time.between(start, end)
    if (left <= run) break
    left -= run
    start = pause.to
    if (start === Infinity) return null
  }
  const due = time.after(start, left)
  return Number.isFinite(due) ? due : null
}
