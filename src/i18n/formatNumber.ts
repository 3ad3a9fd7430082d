import type { Language } from './language'

const MINUS = '\u2212'
const THIN = '\u202f'
const TEN_THOUSAND = 1e4
const HUNDRED_MILLION = 1e8

/** A number as it is set: the figure, and the unit or scale that stands smaller beside it. */
export interface Figure {
  readonly figure: string
  readonly unit: string
}

export interface NumberOptions {
  /** Decimals at most; trailing zeros are dropped unless `fixed`. */
  readonly decimals?: number
  /** Keep trailing zeros. */
  readonly fixed?: boolean
}

/**
 * A plain number with a true minus sign and grouped thousands: a thin space in Chinese, a comma in English.
 * Groups start at five digits in Chinese, as people write them.
 */
export function formatNumber(value: number, language: Language, options: NumberOptions = {}): string {
  const { decimals = 2, fixed = false } = options
  const rounded = Math.abs(value).toFixed(decimals)
  const [whole = '0', rest = ''] = rounded.split('.')
  const fraction = fixed ? rest : rest.replace(/0+$/, '')
  const separator = language === 'en' ? ',' : THIN
  const grouped = language === 'en' || whole.length > 4 ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, separator) : whole
  const sign = value < 0 && /[1-9]/.test(rounded) ? MINUS : ''
  return sign + (fraction ? `${grouped}.${fraction}` : grouped)
}

/** A ratio 0..1 as a percentage with one decimal, without the sign; exact whole percentages keep the decimal. */
export function formatPercent(ratio: number, language: Language): string {
  return formatNumber(ratio * 100, language, { decimals: 1, fixed: true })
}

/**
 * A large number as people write it: from 10 000 in 万, from 100 million in 亿 (Chinese), from one million in M
 * (English), with at most two decimals; smaller ones in full.
 */
export function formatScaled(value: number, language: Language): Figure {
  const size = Math.abs(value)
  if (language === 'zh-CN') {
    // What would round up to 10 000 万 is written as 1 亿.
    if (size >= HUNDRED_MILLION - 5e3) return { figure: scaled(value / HUNDRED_MILLION, language), unit: '亿' }
    if (size >= TEN_THOUSAND) return { figure: scaled(value / TEN_THOUSAND, language), unit: '万' }
  } else if (size >= 1e6) {
    return { figure: scaled(value / 1e6, language), unit: 'M' }
  }
  return { figure: formatNumber(value, language), unit: '' }
}

function scaled(value: number, language: Language): string {
  const size = Math.abs(value)
  return formatNumber(value, language, { decimals: size >= 1000 ? 0 : size >= 10 ? 1 : 2 })
}
