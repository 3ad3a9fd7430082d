import type { StandardRow, StarRule } from '#core/model/standard.ts'

function thresholdIn(rule: StarRule | null, metric: string): number | null {
  if (!rule) return null
  if ('of' in rule) {
    return rule.of.map((part) => thresholdIn(part, metric)).find((found) => found !== null) ?? null
  }
  if ('require' in rule) return null
  return (rule.metric ?? 'value') === metric && typeof rule.value === 'number' ? rule.value : null
}

/** The number a metric is compared with at each of the five stars; null where the standard names none. */
export function metricThresholds(row: StandardRow, metric: string): readonly (number | null)[] {
  return row.stars.map((rule) => thresholdIn(rule, metric))
}
