import type { Language } from './language'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * A length of time (milliseconds) in its two largest units, to the minute, rounded down: “3 小时 20 分”, “2 天 5 小时”.
 * Under a minute says so. Negative counts as none.
 */
export function formatSpan(milliseconds: number, language: Language): string {
  const english = language === 'en'
  if (milliseconds < MINUTE) return english ? 'under 1 min' : '不到 1 分钟'
  const days = Math.floor(milliseconds / DAY)
  const hours = Math.floor((milliseconds % DAY) / HOUR)
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE)
  const [day, hour, minute] = english
    ? [`${days} ${days === 1 ? 'day' : 'days'}`, `${hours} h`, `${minutes} min`]
    : [`${days} 天`, `${hours} 小时`, hours > 0 ? `${minutes} 分` : `${minutes} 分钟`]
  if (days > 0) return hours > 0 ? `${day} ${hour}` : day
  if (hours > 0) return minutes > 0 ? `${hour} ${minute}` : hour
  return minute
}
