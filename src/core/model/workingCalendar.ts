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
