import { parseTime } from '../model/parseTime'

const DAY = 86_400_000
/** China Standard Time is UTC+8. */
const SHANGHAI = 8 * 3_600_000

/**
 * Calendar days (Asia/Shanghai) from the day of `now` (epoch milliseconds) to the day something is due: 0 is today,
 * −1 was yesterday. Null where the date is missing or cannot be read.
 */
export function daysLeft(due: unknown, now: number): number | null {
  const time = parseTime(due)
  return time === null ? null : dayOf(time) - dayOf(now)
}

const dayOf = (time: number): number => Math.floor((time + SHANGHAI) / DAY)
