import type { CaseClockDefinition } from '../model/caseClockDefinition'
import type { Derivation } from '../model/derivation'
import { shanghaiTime } from '../model/shanghaiTime'
import type { WorkingCalendar } from '../model/workingCalendar'
import { caseClock } from './caseClock'

/**
 * What time makes of a case: `clock` (正常 临期 超期 挂账 按期办结 超期办结; null where no limit is known), `stage_due`, and
 * `due` where the catalog limits the whole (ISO 8601, Asia/Shanghai; null while unknown or held open by suspension).
 * A stage of another vocabulary derives nothing.
 * @throws Error when an expression of the definition cannot be compiled
 */
export function deriveCase(definition: CaseClockDefinition, calendar: WorkingCalendar | null): Derivation {
  const read = caseClock(definition, calendar)
  return (feature, now) => {
    const clock = read(feature, now)
    if (!clock) return {}
    const { state, current, whole } = clock
    return {
      clock: state,
      stage_due: shanghaiTime(current?.due ?? null),
      ...(whole && whole.limit !== null && !whole.given ? { due: shanghaiTime(whole.due) } : {}),
    }
  }
}
