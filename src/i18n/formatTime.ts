import type { Language } from './language'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function inShanghai(time: number) {
  const found: Record<string, string> = {}
  for (const { type, value } of parts.formatToParts(time)) found[type] = value
  const { year = '', month = '', day = '', hour = '', minute = '' } = found
  return { year, month: Number(month), day: Number(day), clock: `${hour}:${minute}` }
}

/**
 * A moment (epoch milliseconds) in Asia/Shanghai to the minute. The year is left out when it is the year of `now`.
 */
export function formatTime(time: number, language: Language, now?: number): string {
  const { year, month, day, clock } = inShanghai(time)
  const sameYear = now !== undefined && inShanghai(now).year === year
  if (language === 'en') return `${day} ${MONTHS[month - 1]}${sameYear ? '' : ` ${year}`} ${clock}`
  return `${sameYear ? '' : `${year}年`}${month}月${day}日 ${clock}`
}

/** The time of data: the day alone where it is dated by the day, which is written as its midnight. */
export function formatDataTime(time: number, language: Language, now?: number): string {
  return formatTime(time, language, now).replace(/ 00:00$/, '')
}

/** The hour alone for a moment of the same day as `now`: a line is narrow, and today needs no date. */
export function formatWhen(time: number, language: Language, now: number): string {
  const text = formatTime(time, language, now)
  const today = formatTime(now, language, now)
  return text.slice(0, -5) === today.slice(0, -5) ? text.slice(-5) : text
}

/** An age in words, one unit: minutes under an hour, hours under two days, days beyond. Negative counts as none. */
export function formatAge(milliseconds: number, language: Language): string {
  const english = language === 'en'
  if (milliseconds < MINUTE) return english ? 'just now' : '刚刚'
  if (milliseconds < HOUR) {
    const minutes = Math.floor(milliseconds / MINUTE)
    return english ? `${minutes} min ago` : `${minutes} 分钟前`
  }
  if (milliseconds < 2 * DAY) {
    const hours = Math.floor(milliseconds / HOUR)
    return english ? `${hours} h ago` : `${hours} 小时前`
  }
  const days = Math.floor(milliseconds / DAY)
  return english ? `${days} days ago` : `${days} 天前`
}
