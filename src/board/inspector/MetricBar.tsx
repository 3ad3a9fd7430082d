import type { MetricResult } from '#core/model/evaluation.ts'
import type { StandardMetric, StandardRow, StarRule } from '#core/model/standard.ts'
import { formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { RatioBar } from '#ui/RatioBar.tsx'

interface Props {
  readonly row: StandardRow
  readonly metric: StandardMetric
  readonly result: MetricResult
  readonly size?: 'small' | 'large'
  /** Writes the four-star value at its line. */
  readonly labelled?: boolean
}

/** A ratio as a bar with the standard's thresholds on it; nothing for what is no ratio. */
export function MetricBar({ row, metric, result, size = 'large', labelled = false }: Props) {
  const { t, language, say } = useWords()
  if (metric.unit !== 'ratio') return null
  const value = typeof result.value === 'number' ? result.value : null
  const shown = (ratio: number | null) => joinFigure(formatQuantity(ratio, 'ratio', language))
  const ticks = metricThresholds(row, metric.id).flatMap((at, index) => {
    if (at === null || at > 1) return []
    const strong = index === 3
    return [{ at, strong, label: strong && labelled ? t('cards.fourStarAt', { value: shown(at) }) : undefined }]
  })
  // A later star with the same threshold draws over an earlier one.
  const distinct = ticks.filter((tick) => tick.strong || !ticks.some((other) => other.strong && other.at === tick.at))
  return <RatioBar ratio={value} ticks={distinct} size={size} label={`${say(metric.name)} ${shown(value)}`} />
}

function thresholdIn(rule: StarRule | null, metric: string): number | null {
  if (!rule) return null
  if ('of' in rule) {
    return rule.of.map((part) => thresholdIn(part, metric)).find((found) => found !== null) ?? null
  }
  if ('require' in rule) return null
  return (rule.metric ?? 'value') === metric && typeof rule.value === 'number' ? rule.value : null
}

/** The number a metric is compared with at each of the five stars; null where the standard names none. */
function metricThresholds(row: StandardRow, metric: string): readonly (number | null)[] {
  return row.stars.map((rule) => thresholdIn(rule, metric))
}
