import type { Expression } from './expression'
import type { LocalText } from './text'

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
export interface SilenceRule extends RuleParts {
  readonly kind: 'silence'
}

export type AlarmRule = ThresholdRule | RateRule | SilenceRule
