import type { Measure } from '#core/indicators/methods/metricMethod.ts'
import { type Figure, formatNumber, formatPercent, formatScaled } from './formatNumber'
import type { Language } from './language'

const UNKNOWN: Figure = { figure: '—', unit: '' }

/**
 * The value of a metric in the unit of the standard (`ratio`, `count`, `bool`, `rank_share`, `CNY`, `Mbit/s`, …).
 * Null is written as a dash, never as zero.
 */
export function formatQuantity(value: number | boolean | null, unit: string, language: Language): Figure {
  if (value === null) return UNKNOWN
  if (typeof value === 'boolean') {
    return { figure: language === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否', unit: '' }
  }
  switch (unit) {
    case 'ratio':
    case 'rank_share':
      return { figure: formatPercent(value, language), unit: '%' }
    case 'count':
      return { figure: formatNumber(value, language), unit: language === 'en' ? '' : '个' }
    case 'CNY': {
      const { figure, unit: scale } = formatScaled(value, language)
      return { figure, unit: language === 'en' ? `${scale} CNY`.trim() : `${scale}元` }
    }
    default:
      return { figure: formatNumber(value, language, { decimals: 1, fixed: true }), unit }
  }
}

/** A numerator or denominator: features exactly, areas in km² from 0.1 km² on, lengths in km from 1 km on. */
export function formatMeasure(value: number | null, measure: Measure, language: Language): Figure {
  if (value === null) return UNKNOWN
  switch (measure) {
    case 'features':
      return { figure: formatNumber(value, language), unit: '' }
    case 'm2':
      return value >= 1e5
        ? { figure: formatNumber(value / 1e6, language), unit: 'km²' }
        : { figure: formatNumber(value, language, { decimals: 0 }), unit: 'm²' }
    case 'm':
      return value >= 1000
        ? { figure: formatNumber(value / 1000, language, { decimals: 1 }), unit: 'km' }
        : { figure: formatNumber(value, language, { decimals: 0 }), unit: 'm' }
    case 'plain':
    case 'readings':
      return { figure: formatNumber(value, language), unit: '' }
  }
}

/**
 * An area or length of a column that is compared line by line: all of it is in the unit of its largest, km² from 1 km² on and
 * km from 1 km on.
 */
export function formatBeside(value: number, measure: 'm2' | 'm', largest: number, language: Language): Figure {
  const [scale, unit] = measure === 'm2' ? ([1e6, 'm²'] as const) : ([1e3, 'm'] as const)
  return largest >= scale
    ? {
        figure: formatNumber(value / scale, language, { decimals: measure === 'm2' ? 3 : 2, fixed: true }),
        unit: `k${unit}`,
      }
    : { figure: formatNumber(value, language, { decimals: 0 }), unit }
}

/** Figure and unit in one line, a thin space between figure and unit but for `%` and Chinese units. */
export function joinFigure({ figure, unit }: Figure): string {
  if (!unit) return figure
  return /^[%万亿个元]/.test(unit) ? figure + unit : `${figure}\u202f${unit}`
}
