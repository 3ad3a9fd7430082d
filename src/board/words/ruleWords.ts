import type { StandardRow, StarRule } from '#core/model/standard.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import type { Words } from '#i18n/useWords.ts'

const SIGNS = { '>=': '≥', '>': '>', '<=': '≤', '==': '=' } as const

/** A star's rule in words: “≥ 50.0%”, or with the metric's name where the row has several; empty when there is none. */
export function ruleWords(rule: StarRule | null, row: StandardRow, words: Words): string {
  const { t, say, language } = words
  if (!rule) return ''
  if ('of' in rule) {
    const parts = rule.of.map((part) => ruleWords(part, row, words))
    if (rule.op === 'all') return parts.join(t('indicators.rules.and'))
    return parts.reduce((left, right) => t('indicators.rules.or', { left, right }))
  }
  if ('require' in rule) {
    const items = rule.require.map((key) => {
      const item = row.checklist?.[key]
      return item ? say(item) : key
    })
    return t('indicators.rules.items', { items: items.join(t('indicators.next.comma')) })
  }
  const metric = row.metrics.find(({ id }) => id === (rule.metric ?? 'value'))
  const name = metric ? say(metric.name) : (rule.metric ?? '')
  if (rule.value === true) return name
  const value = joinFigure(formatQuantity(rule.value, metric?.unit ?? 'count', language))
  return t('indicators.rules.comparison', {
    metric: row.metrics.length > 1 ? name : '',
    op: SIGNS[rule.op],
    value,
  }).trim()
}
