import { type MeasuredCity, measureOf } from '#city/methodOf.ts'
import type { MetricResult } from '#core/model/evaluation.ts'
import { formatMeasure, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'

/** “88 / 128”, “88.2 km² / 96 km²”, of a mean “745 次读数”; null when the metric has no fraction. */
export function fractionWords(
  city: MeasuredCity,
  indicator: string,
  metric: string,
  { numerator, denominator }: MetricResult,
  { language, t }: Words,
): string | null {
  if (numerator === null || denominator === null) return null
  const measure = measureOf(city, indicator, metric)
  // The sum of readings says nothing to a reader; how many there are does.
  if (measure === 'readings') return t('indicators.readings', { count: denominator })
  const [above, below] = [numerator, denominator].map((part) => joinFigure(formatMeasure(part, measure, language)))
  return `${above} / ${below}`
}

/** What is missing from the whole: “缺 40 个” for features, an area or length for the rest; null when nothing is. */
export function missingWords(
  city: MeasuredCity,
  indicator: string,
  metric: string,
  { numerator, denominator, value }: MetricResult,
  { t, language }: Words,
): string | null {
  if (numerator === null || denominator === null || typeof value !== 'number' || numerator >= denominator) return null
  const measure = measureOf(city, indicator, metric)
  const missing = denominator - numerator
  switch (measure) {
    case 'features':
      return t('cards.uncovered', { count: missing })
    case 'm2':
    case 'm':
      return t('cards.uncoveredMeasure', { amount: joinFigure(formatMeasure(missing, measure, language)) })
    case 'plain':
    case 'readings':
      return null
  }
}
