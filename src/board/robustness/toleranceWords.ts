import type { MetricResult } from '#core/model/evaluation.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'

/**
 * The tolerance of an area, after its name, in words, as pairs of name and value: what it forgives at most, as a share and in m², and,
 * where it made a ratio 1, the ratio before that and the area it forgave.
 */
export function toleranceWords(
  name: string,
  tolerance: number,
  { raw, numerator, denominator }: Pick<MetricResult, 'raw' | 'numerator' | 'denominator'>,
  { t, language }: Words,
): readonly (readonly [string, string])[] {
  const percent = (share: number) => `${formatNumber(share * 100, language, { decimals: 7 })}%`
  const squareMetres = (area: number) =>
    joinFigure({ figure: formatNumber(area, language, { decimals: area < 100 ? 3 : 0 }), unit: 'm²' })
  if (denominator === null) return [[name, t('indicators.tolerance.share', { share: percent(tolerance) })]]
  const rule = t('indicators.tolerance.rule', {
    share: percent(tolerance),
    area: squareMetres(tolerance * denominator),
  })
  if (raw === undefined || numerator === null) return [[name, rule]]
  const forgiven = denominator - numerator
  const used =
    forgiven > 0
      ? t('indicators.tolerance.used', { raw: percent(raw), area: squareMetres(forgiven) })
      : t('indicators.tolerance.unused')
  return [
    [name, rule],
    [t('indicators.tolerance.slivers'), used],
  ]
}
