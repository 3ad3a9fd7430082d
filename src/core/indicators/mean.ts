import type { MeanMetric } from '../model/metricDefinition'
import { valueExpression } from './cannotMeasure'
import type { MetricContext, MetricOutcome } from './metricOutcome'
import { ratioResult, roundRatio } from './ratioResult'
import { selectFeatures } from './selectFeatures'
import { subjectTally } from './subjectTally'

/**
 * Mean of `value`: numerator the sum, denominator the number of features. With `groupBy` the mean of group means:
 * numerator the sum of the means, denominator the number of groups. A feature whose value is no finite number
 * (`unknown:value`) or that has no group (`unknown:groupBy`) is excluded.
 */
export function mean(definition: MeanMetric, context: MetricContext): MetricOutcome {
  const tally = subjectTally()
  const feed = context.feed(definition.of)
  const numberOf = valueExpression(definition.value)
  const groupOf = definition.groupBy === undefined ? null : valueExpression(definition.groupBy)
  const groups = new Map<string, { sum: number; count: number }>()
  for (const feature of selectFeatures(feed, { ...definition, scope: context.scope() }, tally)) {
    const value = numberOf(feature)
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      tally.exclude(feed.id, feature, 'unknown:value')
      continue
    }
    const group = groupOf ? groupOf(feature) : ''
    if (group === undefined || group === null) {
      tally.exclude(feed.id, feature, 'unknown:groupBy')
      continue
    }
    const key = JSON.stringify(group)
    const { sum, count } = groups.get(key) ?? { sum: 0, count: 0 }
    groups.set(key, { sum: sum + value, count: count + 1 })
    tally.record(feed.id, feature, 'covered', roundRatio(value))
  }
  const means = [...groups.values()]
  const result = groupOf
    ? ratioResult(
        means.reduce((total, { sum, count }) => total + sum / count, 0),
        means.length,
        tally,
        roundRatio,
      )
    : ratioResult(means[0]?.sum ?? 0, means[0]?.count ?? 0, tally, roundRatio)
  return { result, subjects: tally.subjects(), gaps: [] }
}
