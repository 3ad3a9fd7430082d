import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { StandardRow } from '#core/model/standard.ts'
import type { Words } from '#i18n/useWords.ts'

/** How a row stands. `pending`: not computed yet, which is not the same as unknown. */
export type Standing =
  | { readonly kind: 'star'; readonly star: number }
  | { readonly kind: 'below' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'deduction' }
  | { readonly kind: 'pending' }

export function standingOf(row: Pick<StandardRow, 'kind'>, result: IndicatorResult | null): Standing {
  if (row.kind === 'deduction') return { kind: 'deduction' }
  if (!result) return { kind: 'pending' }
  switch (result.status) {
    case 'ok':
      return result.star === null ? { kind: 'unknown' } : { kind: 'star', star: result.star }
    case 'below_lowest':
      return { kind: 'below' }
    case 'unknown':
      return { kind: 'unknown' }
    case 'deduction':
      return { kind: 'deduction' }
  }
}

/** “四星”, “four stars”. */
export function starName(star: number, { t }: Words): string {
  switch (star) {
    case 1:
      return t('indicators.stars.s1')
    case 2:
      return t('indicators.stars.s2')
    case 3:
      return t('indicators.stars.s3')
    case 4:
      return t('indicators.stars.s4')
    default:
      return t('indicators.stars.s5')
  }
}

/** “四星”, “未达最低星”, “未知”, “扣分项”, “待测算”. */
export function standingWords(standing: Standing, words: Words): string {
  switch (standing.kind) {
    case 'star':
      return starName(standing.star, words)
    case 'below':
      return words.t('indicators.status.belowLowest')
    case 'unknown':
      return words.t('indicators.status.unknown')
    case 'deduction':
      return words.t('indicators.status.deduction')
    case 'pending':
      return words.t('indicators.status.pending')
  }
}
