import type { Derivation } from '../model/feature'
import type { CaseClockDefinition, WorkingCalendar } from '../model/feedDefinitions'
import { shanghaiTime } from '../model/time'
import { type CaseClock, caseClock } from './caseClock'
import type { RunningClock } from './runClock'

/**
 * What time makes of a case: `clock` (正常 临期 超期 挂账 时间有误 按期办结 超期办结; null where no limit is known), `stage_due`,
 * `due` where the catalog limits the whole, and `clock_due`, the deadline that `clock` speaks of: of two clocks the one in
 * that state, the earlier where both are (ISO 8601, Asia/Shanghai; null while unknown or held open by suspension).
 * A stage of another vocabulary derives nothing.
 * @throws Error when an expression of the definition cannot be compiled
 */
export function deriveCase(definition: CaseClockDefinition, calendar: WorkingCalendar | null): Derivation {
  const read = caseClock(definition, calendar)
  /** Answers hold until time turns a state: thousands of cases are asked about every second. */
  const known = new WeakMap<object, Spell>()
  return ({ geometry, properties }, now) => {
    const spell = known.get(properties)
    if (spell && now >= spell.from && now < spell.until) return spell.derived
    const clock = read({ geometry, properties }, now)
    const made = { from: now, until: clock?.until ?? Infinity, derived: clock ? derivedOf(clock) : {} }
    known.set(properties, made)
    return made.derived
  }
}

interface Spell {
  readonly from: number
  readonly until: number
  readonly derived: Readonly<Record<string, unknown>>
}

function derivedOf({ state, current, whole }: CaseClock): Readonly<Record<string, unknown>> {
  return {
    clock: state,
    clock_due: shanghaiTime(clockDue(state, [current, whole])),
    stage_due: shanghaiTime(current?.due ?? null),
    ...(whole && whole.limit !== null && !whole.given ? { due: shanghaiTime(whole.due) } : {}),
  }
}

const SPOKEN_OF: { readonly [S in string]?: RunningClock['state'] } = {
  正常: 'on-time',
  临期: 'due-soon',
  超期: 'overdue',
}

function clockDue(state: CaseClock['state'], clocks: readonly (RunningClock | null)[]): number | null {
  const wanted = state === null ? undefined : SPOKEN_OF[state]
  const dues = clocks.flatMap((clock) => (clock && clock.state === wanted && clock.due !== null ? [clock.due] : []))
  return dues.length > 0 ? Math.min(...dues) : null
}
