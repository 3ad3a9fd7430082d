import type { CaseStage } from '#core/cases/stages.ts'
import { roundTheClock, type WorkingTime, workingTime } from '#core/cases/workingTime.ts'
import { compilePredicate, compileValue } from '#core/model/compileExpression.ts'
import type { CaseClockDefinition, WorkingCalendar } from '#core/model/feedDefinitions.ts'

type Properties = Readonly<Record<string, unknown>>

/** What a case is given at each stage, and on which clock. */
export interface CasePace {
  /** Minutes allowed at a stage; a usual hour where the catalog names none. */
  limit(properties: Properties, stage: CaseStage): number
  time(properties: Properties): WorkingTime
}

const USUAL_MINUTES = 60

/** Nobody works all day and night by default: Monday to Friday, eight hours. */
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
 * The pace of a feed's cases, from its clock and calendar.
 * @throws Error when an expression of the definition cannot be compiled
 */
export function casePace(definition: CaseClockDefinition | null, calendar: WorkingCalendar | null): CasePace {
  const limits = new Map(
    Object.entries(definition?.limits ?? {}).map(([stage, expression]) => {
      const compiled = compileValue(expression)
      if (!compiled.ok) throw new Error(compiled.error)
      return [stage, compiled.evaluate] as const
    }),
  )
  const always = compilePredicate(definition?.roundTheClock ?? false)
  if (!always.ok) throw new Error(always.error)
  const working = workingTime(calendar ?? USUAL_CALENDAR)
  return {
    limit: (properties, stage) => {
      const minutes = limits.get(stage)?.({ geometry: null, properties })
      return typeof minutes === 'number' && minutes > 0 ? minutes : USUAL_MINUTES
    },
    time: (properties) => (always.evaluate({ geometry: null, properties }) === true ? roundTheClock : working),
  }
}
