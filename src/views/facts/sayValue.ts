import { formatNumber, formatPercent } from '#i18n/formatNumber.ts'
import { formatTime } from '#i18n/formatTime.ts'
import type { Language } from '#i18n/language.ts'
import { sayIn } from '#i18n/sayIn.ts'
import type { ClassWords } from './classWords'
import { propertyWord, valueWord } from './propertyWord'

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const DAY = /^\d{4}-\d{2}-\d{2}$/
/** Whole numbers that are read as they stand, without grouping. */
const YEARS = new Set(['year', 'recognised'])
/** Parts of a whole, 0 to 1, besides those named `…_share`. */
const SHARES = new Set(['load', 'vacancy'])
const NO_CLASSES: ClassWords = new Map()

/**
 * A property value as plain text: class words first, then the dictionary, figures and times as people write them.
 * Missing is a dash. `time` given as a number is epoch milliseconds; the year of
 * `now` is left out.
 */
export function sayValue(
  name: string,
  value: unknown,
  language: Language,
  classes: ClassWords = NO_CLASSES,
  now?: number,
): string {
  if (value === null || value === undefined || value === '') return '—'
  const title = classes.get(name)?.get(String(value))
  if (title) return sayIn(title, language)
  if (typeof value === 'boolean') return valueWord(String(value), language)
  if (typeof value === 'number') {
    if (name === 'time') return formatTime(value, language, now)
    if (YEARS.has(name)) return String(value)
    if (SHARES.has(name) || name.endsWith('_share')) return `${formatPercent(value, language)}%`
    return formatNumber(value, language)
  }
  if (typeof value === 'string') {
    const time = MOMENT.test(value) ? momentOf(name, value) : null
    return time === null ? valueWord(value, language) : formatTime(time, language, now)
  }
  if (Array.isArray(value))
    return value.map((part) => sayValue('', part, language)).join(language === 'en' ? ', ' : '、')
  return Object.entries(value)
    .map(([key, part]) => `${propertyWord(key, language)} ${sayValue(key, part, language)}`)
    .join(' · ')
}

/** The moment a value is, epoch milliseconds; a day alone is its midnight, without a zone it is Asia/Shanghai's. Null for others. */
export function momentOf(name: string, value: unknown): number | null {
  if (typeof value === 'number') return name === 'time' ? value : null
  if (typeof value !== 'string' || !(MOMENT.test(value) || DAY.test(value))) return null
  const whole = DAY.test(value) ? `${value}T00:00` : value
  const time = Date.parse(/(Z|[+-]\d{2}:?\d{2})$/.test(whole.slice(10)) ? whole : `${whole}+08:00`)
  return Number.isNaN(time) ? null : time
}
