import type { CityFeature } from '../model/feature'
import type { CaseClock, StageVisit, WholeClock } from './caseClock'
import { readCase } from './caseRecord'
import type { CaseStage, CaseVerb } from './stages'

/** An open case that runs out of time or has. Minutes are those of its own clock. */
export interface CaseReminder {
  readonly feature: CityFeature
  readonly stage: CaseStage
  readonly unit: string | null
  readonly state: 'due-soon' | 'overdue'
  /** Which clock presses: that of the present stage, or the one from registration to closing. */
  readonly about: 'stage' | 'whole'
  /** Minutes left, negative when overdue. */
  readonly remaining: number
  readonly limit: number
  /** Epoch milliseconds. */
  readonly due: number | null
  /** What would help now: a verb the case machine allows. */
  readonly advice: CaseVerb
}

interface Pressing {
  readonly about: 'stage' | 'whole'
  readonly state: 'due-soon' | 'overdue'
  readonly remaining: number
  readonly limit: number
  readonly due: number | null
}

/** Share of the limit by which it is overdue, negative before. */
const excess = ({ remaining, limit }: Pick<Pressing, 'remaining' | 'limit'>): number =>
  limit > 0 ? -remaining / limit : Infinity

/** Overdue first, by how long in share of the limit; then by the least time left. */
function bySeverity(a: Pressing, b: Pressing): number {
  if (a.state !== b.state) return a.state === 'overdue' ? -1 : 1
  if (a.state === 'overdue') return excess(b) === excess(a) ? 0 : excess(b) - excess(a)
  return a.remaining - b.remaining
}

function pressingOf(about: Pressing['about'], clock: StageVisit | WholeClock | null): readonly Pressing[] {
  if (!clock || (clock.state !== 'due-soon' && clock.state !== 'overdue')) return []
  const { state, remaining, limit, due } = clock
  return remaining === null || limit === null ? [] : [{ about, state, remaining, limit, due }]
}

/** What moves a case on from each stage; at 派遣 and 处置 the unit has it. */
const NEXT: Readonly<Record<CaseStage, CaseVerb>> = {
  上报: 'accept',
  受理: 'register',
  立案: 'dispatch',
  派遣: 'urge',
  处置: 'urge',
  核查: 'close',
  结案: 'note',
}

/** A unit that was urged at this stage and is overdue all the same: another one may do it. */
function adviceOf({ properties }: CityFeature, { stage, entered }: StageVisit, state: Pressing['state']): CaseVerb {
  const next = NEXT[stage]
  if (next !== 'urge' || state !== 'overdue') return next
  const urged = readCase(properties)?.history.some(({ verb, at }) => verb === 'urge' && at >= entered)
  return urged ? 'reassign' : 'urge'
}

/**
 * The reminder queue 时限提醒: open cases due soon or overdue, the most pressing first — overdue ones by how long in share
 * of their limit, then the others by the least time left; ties by id. Suspended cases are in none.
 */
export function caseReminders(
  cases: Iterable<{ readonly feature: CityFeature; readonly clock: CaseClock }>,
): readonly CaseReminder[] {
  const found: CaseReminder[] = []
  for (const { feature, clock } of cases) {
    const { current, whole } = clock
    if (!current || clock.state === '挂账') continue
    const [first] = [...pressingOf('stage', current), ...pressingOf('whole', whole)].sort(bySeverity)
    if (!first) continue
    const advice = adviceOf(feature, current, first.state)
    found.push({ feature, stage: current.stage, unit: current.unit, ...first, advice })
  }
  return found.sort((a, b) => bySeverity(a, b) || (a.feature.id < b.feature.id ? -1 : 1))
}
