import type { Derivation } from '../model/feature'
import { parseTime } from '../model/parseTime'
import { isPlaceholder } from '../model/time'

/** 隐患级别, grave first. A scale of its own: how grave the hazard is, not the colour of the risk it makes. */
export const HAZARD_GRADES = ['重大', '一般'] as const

/** 整改: the steps a hazard goes through, first to last; the last one ends it. */
export const RECTIFICATION = ['未整改', '整改中', '待验收', '已销号'] as const
export type RectificationStep = (typeof RECTIFICATION)[number]

/** Struck off the list: nothing is due any more. */
export const RECTIFIED: RectificationStep = '已销号'

const DAY = 86_400_000
/** China Standard Time is UTC+8. */
const SHANGHAI = 8 * 3_600_000

/**
 * Calendar days (Asia/Shanghai) from the day of `now` (epoch milliseconds) to the day something is due: 0 is today,
 * −1 was yesterday. Null where the date is missing, cannot be read, or stands for none (year 1 or 9999).
 */
export function daysLeft(due: unknown, now: number): number | null {
  const time = parseTime(due)
  return time === null || isPlaceholder(time) ? null : dayOf(time) - dayOf(now)
}

const dayOf = (time: number): number => Math.floor((time + SHANGHAI) / DAY)

/**
 * What time makes of a hazard. `days_left`: calendar days to its due date, negative when it has passed; null without a
 * readable date, and once struck off (已销号). `overdue`: the due day has ended and the hazard still stands, in whatever
 * step; null where it stands and nobody said until when.
 */
export const deriveHazard = (): Derivation => (feature, now) => {
  const { state, due } = feature.properties
  if (state === RECTIFIED) return { overdue: false, days_left: null }
  const left = daysLeft(due, now)
  return { overdue: left === null ? null : left < 0, days_left: left }
}
