import type { Catalog } from '#catalog/schema.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatMeasure, formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'

/** The value of one subject as its method gives it: a covered share, a distance, a length, a number; empty when none. */
export function subjectValueWords(
  value: number | null,
  catalog: Catalog,
  indicator: string,
  metric: string,
  { language }: Words,
): string {
  if (value === null) return ''
  switch (catalog.indicators.find(({ id }) => id === indicator)?.metrics[metric]?.method) {
    case 'covered':
    case 'area':
    case 'ratio':
      return joinFigure(formatQuantity(value, 'ratio', language))
    case 'near':
    case 'length':
      return joinFigure(formatMeasure(value, 'm', language))
    case 'mean':
    case 'combine':
      return formatNumber(value, language)
    default:
      return ''
  }
}
