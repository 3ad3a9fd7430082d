import type { InsideCount } from '#engine/warnings/warningVerbs.ts'
import { type Figure, formatScaled } from '#i18n/formatNumber.ts'
import type { Language } from '#i18n/language.ts'
import type { InsideSpec } from './insideSpecs'

/** The sum, rounded to whole ones, or the count of what lies inside; null where the feed was not read. */
export function insideFigure(spec: InsideSpec, { count, sum }: InsideCount, language: Language): Figure | null {
  if (count === null) return null
  if (spec.sum === undefined) return formatScaled(count, language)
  return sum === null ? { figure: '—', unit: '' } : formatScaled(Math.round(sum), language)
}
