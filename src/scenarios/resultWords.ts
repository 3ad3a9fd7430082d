import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { StandardMetric } from '#core/model/standard.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import type { StarLevel } from '#ui/StarMeter.tsx'

const LEVELS: readonly StarLevel[] = [1, 2, 3, 4, 5]

/** The level a meter shows of a result. */
export function levelOf({ status, star }: IndicatorResult): StarLevel {
  if (status === 'ok') return LEVELS[(star ?? 0) - 1] ?? 'unknown'
  return status === 'below_lowest' ? 'below' : status
}

/** “四星”, “未达最低星”, “未知”, “扣分项”. */
export function levelWords(level: StarLevel, { t }: Words): string {
  switch (level) {
    case 'below':
      return t('indicators.status.belowLowest')
    case 'unknown':
    case 'deduction':
    case 'pending':
      return t(`indicators.status.${level}`)
    default:
      return t(`indicators.stars.s${level}`)
  }
}

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
  levelOf(before) !== levelOf(after) || Object.keys(after.metrics).some((id) => isAnother(before, after, id))

/** How a star stands beside another: above 0 it is better. Null where they cannot be compared. */
export function starsGained(before: IndicatorResult, after: IndicatorResult): number | null {
  const rank = (level: StarLevel): number | null => (typeof level === 'number' ? level : level === 'below' ? 0 : null)
  const [was, is] = [rank(levelOf(before)), rank(levelOf(after))]
  return was === null || is === null ? null : is - was
}
