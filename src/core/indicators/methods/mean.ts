import { valueExpression } from '../cannotMeasure'
import { ratioResult, roundRatio } from '../ratioResult'
import { selectFeatures } from '../selectFeatures'
import { subjectTally } from '../subjectTally'
import { defineMethod } from './metricMethod'
import { FILTERS, SUBJECTS } from './parameters'

/**
 * Mean of `value`: numerator the sum, denominator the number of features. With `groupBy` the mean of group means:
 * numerator the sum of the means, denominator the number of groups. A feature whose value is no finite number
 * (`unknown:value`) or that has no group (`unknown:groupBy`) is excluded.
 */
export const mean = defineMethod({
  name: 'mean',
  words: { zh: '平均值', en: 'mean' },
  parameters: {
    of: { kind: 'feed', words: SUBJECTS, role: 'subjects' },
    value: { kind: 'value' },
    groupBy: { kind: 'value', optional: true },
    ...FILTERS,
  },
  scoped: true,
  measure: 'readings',
  subjectValue: 'plain',
  featureAdds: null,
  sums: ['groupBy'],
  reasons: { 'unknown:value': { zh: '数值缺失或不是数字', en: 'value missing or not a number' } },
  unknowns: {},
  evaluate(definition, context) {
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
  },
})
