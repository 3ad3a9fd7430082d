import type { Language } from '#i18n/language.ts'
import { firstWordsIn } from '#i18n/words.ts'

/** Asia/Shanghai has been UTC+8 without summer time since 1991. */
const OFFSET = 8 * 3600_000

export interface ClockFace {
  readonly date: string
  readonly weekday: string
  readonly time: string
}

/** A moment (epoch milliseconds) as the clock shows it: date, weekday, and time to the second. */
export function shanghaiClock(now: number, language: Language): ClockFace {
  const moment = new Date(now + OFFSET)
  const iso = moment.toISOString()
  const weekdays = firstWordsIn(language).shell.clock.weekdays.split(' ')
  return { date: iso.slice(0, 10), weekday: weekdays[moment.getUTCDay()] ?? '', time: iso.slice(11, 19) }
}
