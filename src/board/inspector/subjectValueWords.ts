import type { MethodFacts } from '#core/indicators/methods/metricMethod.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatMeasure, formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'

/** The value of one subject as its method gives it: a covered share, a distance, a length, a number; empty when none. */
export function subjectValueWords(value: number | null, method: MethodFacts | null, { language }: Words): string {
  if (value === null) return ''
  switch (method?.subjectValue) {
    case 'ratio':
      return joinFigure(formatQuantity(value, 'ratio', language))
    case 'm':
      return joinFigure(formatMeasure(value, 'm', language))
    case 'plain':
      return formatNumber(value, language)
    default:
      return ''
  }
}
