import { compilePredicate, compileValue, type Expression, type ExpressionSubject } from '../model/compileExpression'
import type { CaseClockDefinition, WorkingCalendar } from '../model/feedDefinitions'
import { parseTime } from '../model/parseTime'
import { type CaseRecord, readCase } from './caseRecord'
import { type RunningClock, runClock } from './runClock'
import { casePauses, type Pause, stageVisits, type VisitSpan } from './stageVisits'
import { roundTheClock, type WorkingTime, workingTime } from './workingTime'

/** How a case stands against its limits, as the property `clock` says it. */
const CASE_CLOCK_STATES = ['正常', '临期', '超期', '挂账', '时间有误', '按期办结', '超期办结'] as const
type CaseClockState = (typeof CASE_CLOCK_STATES)[number]

/** A stay at a stage with its clock. */
export interface StageVisit extends VisitSpan, RunningClock {}

/** From registration 立案 to closing 结案. */
export interface WholeClock extends RunningClock {
  readonly started: number
  readonly ended: number | null
  /** The source gives the moment itself: suspension does not move it. */
  readonly given: boolean
}

export interface CaseClock {
  /** Every stay at a stage, in order; being closed is none. */
  readonly visits: readonly StageVisit[]
  /** The stay that lasts; null when closed. */
  readonly current: StageVisit | null
  /** Null before registration, and where nothing says when it began. */
  readonly whole: WholeClock | null
  /** The worse of the present stage and the whole; null where no limit is known. */
  readonly state: CaseClockState | null
  /** The clock also runs at night and on days off. */
  readonly roundTheClock: boolean
  /** No state changes before this moment by time alone, epoch milliseconds. */
  readonly until: number
}

/** The clock of a case at a moment, epoch milliseconds; null for a feature whose stage is none of the standard's. */
export type ReadCaseClock = (feature: ExpressionSubject, now: number) => CaseClock | null

/** Monday to Friday, eight hours: for a catalog that names no calendar. */
const USUAL_CALENDAR: WorkingCalendar = {
  weekdays: [1, 2, 3, 4, 5],
  hours: [
    ['08:30', '12:00'],
    ['13:30', '18:00'],
  ],
  holidays: [],
  workdays: [],
}

/**
 * The clock of the cases of a feed, by its definition and calendar (without one: Monday to Friday, 8:30–12:00 and
 * 13:30–18:00). Each stay at a stage is timed by itself and the whole from the first registration to closing, less
 * suspension. Where the definition gives no limit for the whole of a case, its own `due` is the end.
 * @throws Error when an expression of the definition cannot be compiled
 */
export function caseClock(definition: CaseClockDefinition, calendar: WorkingCalendar | null): ReadCaseClock {
  const limits = new Map(Object.entries(definition.limits).map(([stage, limit]) => [stage, minutesOf(limit)]))
  const wholeLimit = definition.whole === undefined ? null : minutesOf(definition.whole)
  const always = definition.roundTheClock === undefined ? () => false : holds(definition.roundTheClock)
  const working = workingTime(calendar ?? USUAL_CALENDAR)
  const { dueSoon } = definition

  return (feature, now) => {
    const record = readCase(feature.properties)
    if (!record) return null
    const round = always(feature)
    const time = round ? roundTheClock : working
    const pauses = casePauses(record)
    const visits = stageVisits(record).map((visit): StageVisit => {
      const limit = limits.get(visit.stage)?.(feature) ?? null
      return { ...visit, ...runClock({ from: visit.entered, to: visit.ended, pauses, limit, time, now, dueSoon }) }
    })
    const limit = wholeLimit?.(feature) ?? null
    const due = limit === null ? parseTime(feature.properties.due) : null
    const whole = wholeClock(record, visits, { pauses, time, now, dueSoon, limit, due })
    const current = record.stage === '结案' ? null : (visits.at(-1) ?? null)
    const until = Math.min(current?.until ?? Infinity, whole?.until ?? Infinity)
    return { visits, current, whole, state: worst(record, current, whole), roundTheClock: round, until }
  }
}

interface WholeParts {
  readonly pauses: readonly Pause[]
  readonly time: WorkingTime
  readonly now: number
  readonly dueSoon: number
  readonly limit: number | null
  readonly due: number | null
}

function wholeClock(
  record: CaseRecord,
  visits: readonly VisitSpan[],
  { pauses, time, now, dueSoon, limit, due }: WholeParts,
): WholeClock | null {
  const started = startOf(record, visits)
  if (started === null) return null
  const ended = record.closed
  if (record.stage === '结案' && ended === null) return null
  const given = limit === null && due !== null
  const run = { from: started, to: ended, pauses, time, now, dueSoon }
  if (!given) return { started, ended, given, ...runClock({ ...run, limit }) }
  // A given end needs no counting back: what is left is what lies before it.
  const { used } = runClock({ ...run, limit: null })
  const allowed = Math.max(0, time.between(started, due))
  const against = { ...runClock({ ...run, pauses: [], limit: allowed }), used, due }
  const late = (ended ?? now) > due
  const suspended = record.suspended && ended === null
  if (against.state === 'ahead' && !suspended && !late) return { started, ended, given, ...against }
  const remaining = time.between(ended ?? now, due)
  const until = ended !== null || late ? Infinity : Math.min(due, against.until)
  const clock = { started, ended, given, ...against, remaining, until }
  if (suspended) return { ...clock, state: 'suspended' }
  return { ...clock, state: late ? 'overdue' : beforeDue(against.state) }
}

const beforeDue = (state: RunningClock['state']): RunningClock['state'] => (state === 'overdue' ? 'due-soon' : state)

/** The first registration; a case whose history tells of none is registered, at the latest, when it is past that stage. */
function startOf({ history, stage, reported, time }: CaseRecord, visits: readonly VisitSpan[]): number | null {
  const registered = history.find(({ verb }) => verb === 'register')
  if (registered) return registered.at
  if (stage === '上报' || stage === '受理') return null
  return reported ?? visits[0]?.entered ?? time
}

function worst(record: CaseRecord, current: StageVisit | null, whole: WholeClock | null): CaseClockState | null {
  if (record.stage === '结案') {
    if (whole === null || whole.limit === null) return null
    if (whole.state === 'ahead') return '时间有误'
    return whole.state === 'overdue' ? '超期办结' : '按期办结'
  }
  const states = [current?.state, whole?.state]
  if (record.suspended) return '挂账'
  if (states.includes('overdue')) return '超期'
  if (states.includes('due-soon')) return '临期'
  if (states.includes('ahead')) return '时间有误'
  return states.includes('on-time') ? '正常' : null
}

function minutesOf(expression: Expression): (feature: ExpressionSubject) => number | null {
  const compiled = compileValue(expression)
  if (!compiled.ok) throw new Error(compiled.error)
  return (feature) => {
    const value = compiled.evaluate(feature)
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null
  }
}

function holds(expression: Expression): (feature: ExpressionSubject) => boolean {
  const compiled = compilePredicate(expression)
  if (!compiled.ok) throw new Error(compiled.error)
  return (feature) => compiled.evaluate(feature) === true
}
