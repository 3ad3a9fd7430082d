import type { ExpressionSubject } from '../../model/compileExpression'
import type { RateRule, ThresholdRule } from '../../model/feedDefinitions'
import type { ReportingState } from '../reporting'
import { CALM, type CompiledRule, type Firing, type RuleState } from './rule'

/** A device as a rule sees it at one moment. */
export interface Look {
  readonly subject: ExpressionSubject
  /** Time of its newest reading, epoch milliseconds; null: unknown. */
  readonly time: number | null
  readonly now: number
  /** Null where nothing is said of its reporting. */
  readonly reporting: ReportingState | null
}

/** A rate keeps this many readings at most: one every two seconds over an hour. */
const MOST_SAMPLES = 1800

/**
 * One step of a rule on one device: its state after this look. Looking twice at the same reading changes nothing, but that
 * the minutes of a rate pass.
 */
export function stepRule(compiled: CompiledRule, state: RuleState, look: Look): RuleState {
  if (!compiled.applies(look.subject)) return CALM
  switch (compiled.rule.kind) {
    case 'threshold':
      return stepThreshold(compiled, compiled.rule, state, look)
    case 'rate':
      return stepRate(compiled, compiled.rule, state, look)
    case 'silence':
      return stepSilence(compiled, state, look)
  }
}

/**
 * Fires once readings have been beyond the limit for `hold` seconds, by the times of the readings themselves; clears at the
 * first reading back inside by `margin`. A reading that is no number changes nothing.
 */
function stepThreshold(
  { value: reading, upper, lower }: CompiledRule,
  { id, level, margin, hold }: ThresholdRule,
  state: RuleState,
  { subject, time }: Look,
): RuleState {
  const value = reading(subject)
  if (value === null || time === null) return state
  const above = upper(subject)
  const below = lower(subject)
  const side = above !== null && value > above ? 'above' : below !== null && value < below ? 'below' : null
  if (side === null) {
    const backInside = (above === null || value <= above - margin) && (below === null || value >= below + margin)
    if (backInside || state.firing === null) return CALM
    return { ...state, firing: { ...state.firing, value } }
  }
  const since = state.beyondSince ?? time
  const limit = side === 'above' ? above : below
  const firing: Firing = { rule: id, level, side, value, limit, since }
  return { ...CALM, beyondSince: since, firing: state.firing || time - since >= hold * 1000 ? firing : null }
}

/**
 * Fires while the newest reading stands further above the lowest, or below the highest, of the last `minutes` up to `now`
 * than allowed. Time alone clears it: a rise of an hour ago is no rise now.
 */
function stepRate(
  { value: reading, upper, lower }: CompiledRule,
  { id, level, minutes }: RateRule,
  state: RuleState,
  { subject, time, now }: Look,
): RuleState {
  const value = reading(subject)
  const newest = state.window.at(-1)
  const fresh = value !== null && time !== null && (newest === undefined || time > newest.time)
  const from = now - minutes * 60_000
  const window = (fresh ? [...state.window, { time, value }] : state.window)
    .filter((sample) => sample.time >= from)
    .slice(-MOST_SAMPLES)
  const last = window.at(-1)
  if (last === undefined) return CALM
  const values = window.map((sample) => sample.value)
  const rise = last.value - Math.min(...values)
  const fall = Math.max(...values) - last.value
  const mostRise = upper(subject)
  const mostFall = lower(subject)
  const side = mostRise !== null && rise > mostRise ? 'rise' : mostFall !== null && fall > mostFall ? 'fall' : null
  if (side === null) return { ...CALM, window }
  const change = side === 'rise' ? rise : -fall
  const limit = side === 'rise' ? mostRise : mostFall
  const since = state.firing?.since ?? last.time
  return { ...CALM, window, firing: { rule: id, level, side, value: change, limit, since } }
}

/** Fires when the device falls silent; clears only when it is online again, so that one stray report does not clear it. */
function stepSilence(
  { rule: { id, level } }: CompiledRule,
  state: RuleState,
  { reporting, time, now }: Look,
): RuleState {
  switch (reporting) {
    case '静默':
      return state.firing
        ? state
        : { ...CALM, firing: { rule: id, level, side: 'silence', value: null, limit: null, since: time ?? now } }
    case '迟报':
      return state
    default:
      return CALM
  }
}
