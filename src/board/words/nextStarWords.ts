import type { StarNeed } from '#core/model/evaluation.ts'
import type { StandardRow } from '#core/model/standard.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'
import { starName } from '#views/standing/standing.ts'
import type { RowView } from '../rows/rowView'

function numberNeed(need: StarNeed, unit: string, words: Words): string {
  const { t, language } = words
  const { wanted, have, missing, op } = need
  if (typeof wanted !== 'number' || typeof have !== 'number') return t('indicators.next.noData')
  const short = Math.abs(wanted - have)
  // Never rounded to nothing: a row that is still short must not read as if it were there.
  const points = formatNumber(Math.max(short * 100, 0.1), language, { decimals: 1, fixed: true })
  if (op === '<=') {
    return unit === 'rank_share' || unit === 'ratio'
      ? t('indicators.next.rank', { points })
      : t('indicators.next.lower', { amount: joinFigure(formatQuantity(short, unit, language)) })
  }
  if (missing !== null) return t('indicators.next.features', { count: missing })
  if (unit === 'ratio' || unit === 'rank_share') return t('indicators.next.points', { points })
  return t('indicators.next.amount', { amount: joinFigure(formatQuantity(short, unit, language)) })
}

/** What one metric still needs, such as “还差 2 个”, its name before it where the row has several metrics. */
function metricNeed(need: StarNeed, row: StandardRow, words: Words, named: boolean): string {
  const metric = row.metrics.find((candidate) => candidate.id === need.metric)
  if (typeof need.wanted === 'boolean') {
    return words.t('indicators.next.item', { what: metric ? words.say(metric.name) : need.metric })
  }
  const text = numberNeed(need, metric?.unit ?? 'count', words)
  return named && row.metrics.length > 1 && metric
    ? words.t('indicators.next.ofMetric', { metric: words.say(metric.name), need: text })
    : text
}

function itemNeeds(needs: readonly StarNeed[], row: StandardRow, words: Words): string | null {
  const names = needs.flatMap((need) => {
    const item = need.op === 'item' ? row.checklist?.[need.metric] : undefined
    return need.op === 'item' ? [item ? words.say(item) : need.metric] : []
  })
  if (names.length === 0) return null
  if (names.length === 1) return words.t('indicators.next.item', { what: names[0] })
  const what = names.join(words.t('indicators.next.comma'))
  return words.t('indicators.next.items', { count: names.length, what })
}

function needTexts(view: RowView, words: Words, named = true): readonly string[] {
  const needs = view.result?.next?.needs ?? []
  const items = itemNeeds(needs, view.row, words)
  const metrics = needs.filter((need) => need.op !== 'item').map((need) => metricNeed(need, view.row, words, named))
  return items === null ? metrics : [items, ...metrics]
}

/** What the next star still needs, without its name: “还差 2 个”. */
export function needWords(view: RowView, words: Words): string {
  return needTexts(view, words).join(words.t('indicators.next.separator'))
}

/**
 * The distance to the next star in words: “还差 2 个到四星”; an empty text while the row is pending. `beside`: the metric
 * whose name already stands beside the words, so that a need of this metric alone need not name it again.
 */
export function nextStarWords(view: RowView, words: Words, beside?: string): string {
  const { row, result, standing } = view
  const { t } = words
  if (standing.kind === 'deduction') return t('indicators.next.deduction')
  if (standing.kind === 'pending') return ''
  if (!result?.next) {
    if (standing.kind !== 'star') return ''
    return standing.star === 5 ? t('indicators.next.top') : t('indicators.next.highest')
  }
  const { star, needs } = result.next
  const alone = row.metrics.length === 1 || (needs.length === 1 && needs[0]?.metric === beside)
  const texts = needTexts(view, words, !alone)
  const [only] = texts
  const name = starName(star, words)
  const single = alone && texts.length === 1 && typeof needs[0]?.have === 'number'
  if (single) return t('indicators.next.one', { need: only, star: name })
  return t('indicators.next.several', { star: name, needs: texts.join(t('indicators.next.separator')) })
}
