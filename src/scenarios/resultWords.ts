import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { StandardMetric, StandardRow } from '#core/model/standard.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import { type Standing, standingOf } from '#views/standing/standing.ts'

/** The value of a metric in a result, with its unit. */
export const metricValue = (result: IndicatorResult, { id, unit }: StandardMetric, { language }: Words): string =>
  joinFigure(formatQuantity(result.metrics[id]?.value ?? null, unit, language))

/** The value of a metric, or what it is made of, is another. */
export function isAnother(before: IndicatorResult, after: IndicatorResult, id: string): boolean {
  const [was, is] = [before.metrics[id], after.metrics[id]]
  return was?.value !== is?.value || was?.numerator !== is?.numerator || was?.denominator !== is?.denominator
}

/** The star, or any metric, is another. */
export const isChanged = (before: IndicatorResult, after: IndicatorResult): boolean =>
  before.status !== after.status ||
  before.star !== after.star ||
  Object.keys(after.metrics).some((id) => isAnother(before, after, id))

/** How a star stands beside another: above 0 it is better. Null where they cannot be compared. */
export function starsGained(row: StandardRow, before: IndicatorResult, after: IndicatorResult): number | null {
  const rank = (standing: Standing): number | null =>
    standing.kind === 'star' ? standing.star : standing.kind === 'below' ? 0 : null
  const [was, is] = [rank(standingOf(row, before)), rank(standingOf(row, after))]
  return was === null || is === null ? null : is - was
}
