import type { Expression } from './expression'

/** How long a case may take. Minutes are working minutes, or minutes of the day for a case that runs round the clock. */
export interface CaseClockDefinition {
  /** Minutes allowed at each stage, by its name; a stage without a limit has no clock of its own. */
  readonly limits: Readonly<Record<string, Expression>>
  /** Minutes allowed from 立案 to 结案. */
  readonly whole?: Expression | undefined
  /** Cases whose clock also runs at night and on days off. */
  readonly roundTheClock?: Expression | undefined
  /** Share of a limit left from which on it is due soon. */
  readonly dueSoon: number
}
