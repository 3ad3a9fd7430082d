import type { Expression } from './compileExpression'
import type { LocalText } from './feature'

/** When work is done, Asia/Shanghai. Dates are `YYYY-MM-DD`, hours `HH:MM`, in order and apart. */
export interface WorkingCalendar {
  /** ISO weekdays: 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[]
  readonly hours: readonly (readonly [string, string])[]
  /** Days off whatever the weekday. */
  readonly holidays: readonly string[]
  /** Adjusted working days 调休: worked whatever the weekday, and though a holiday. */
  readonly workdays: readonly string[]
}

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

/** When a device counts as late or silent, in its own cycles, and how it counts as online again. */
export interface ReportingDefinition {
  /** Seconds between two readings. */
  readonly cycle: Expression
  readonly late: number
  readonly silent: number
  /** Timely readings in a row after which a late or silent device is online again. */
  readonly recover: number
}

/** 红 橙 黄 蓝, most severe first. */
export const ALARM_LEVELS = ['红', '橙', '黄', '蓝'] as const
export type AlarmLevel = (typeof ALARM_LEVELS)[number]

interface RuleParts {
  readonly id: string
  readonly title?: LocalText | undefined
  /** Devices the rule is about; all when absent. */
  readonly where?: Expression | undefined
  readonly level: AlarmLevel
}

/** A reading beyond a limit for at least `hold` seconds; it clears once back inside by `margin` (unit of the reading). */
export interface ThresholdRule extends RuleParts {
  readonly kind: 'threshold'
  readonly value?: Expression | undefined
  readonly above?: Expression | undefined
  readonly below?: Expression | undefined
  readonly margin: number
  readonly hold: number
}

/** A change over the last `minutes` that is steeper than allowed, in the unit of the reading. */
export interface RateRule extends RuleParts {
  readonly kind: 'rate'
  readonly value?: Expression | undefined
  readonly minutes: number
  readonly rise?: Expression | undefined
  readonly fall?: Expression | undefined
}

/** A device that has fallen silent by its own cycle. */
interface SilenceRule extends RuleParts {
  readonly kind: 'silence'
}

export type AlarmRule = ThresholdRule | RateRule | SilenceRule

/** What a user asks the system behind a feed to do with one feature. Kept and sent as it is. */
export interface Action {
  /** A UUID: the same action sent twice is done once. */
  readonly id: string
  readonly feed: string
  /** Identity of the feature, as text. */
  readonly feature: string
  readonly verb: string
  readonly unit?: string | undefined
  readonly note?: string | undefined
  /** The stage a return goes to; the one before where it does not say. */
  readonly to?: string | undefined
  /** Who asks, as the user signs. */
  readonly by: string
  /** When it was asked, by the app's clock, ISO with offset. */
  readonly at: string
}
