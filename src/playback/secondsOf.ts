import { formatTime } from '#i18n/formatTime.ts'
import type { Language } from '#i18n/language.ts'

const seconds = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', second: '2-digit' })

/** A moment (epoch milliseconds) in Asia/Shanghai to the second, without the year. */
export const secondsOf = (time: number, language: Language): string =>
  `${formatTime(time, language, time)}:${seconds.format(time).padStart(2, '0')}`
