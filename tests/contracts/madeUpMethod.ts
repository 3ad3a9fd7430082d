import { valueExpression } from '#core/indicators/cannotMeasure.ts'
import { defineMethod } from '#core/indicators/methods/metricMethod.ts'
import { FILTERS, SUBJECTS } from '#core/indicators/methods/parameters.ts'
import { ratioResult } from '#core/indicators/ratioResult.ts'
import { selectFeatures } from '#core/indicators/selectFeatures.ts'
import { subjectTally } from '#core/indicators/subjectTally.ts'

/** A method that no catalog has, in one file as any other: features whose `amount` is at most `limit` / features. */
export const atMost = defineMethod({
  name: 'at-most',
  words: { zh: '不超限占比', en: 'share within the limit' },
  parameters: {
    of: { kind: 'feed', words: SUBJECTS, role: 'subjects' },
    amount: { kind: 'value' },
    limit: {
      kind: 'number',
      words: { zh: '上限', en: 'Limit' },
      least: 0,
      otherwise: 10,
      as: 'plain',
      sign: '≤',
      sweep: { values: [0.5, 1, 2], factor: true, cost: 'compare' },
    },
    ...FILTERS,
  },
  scoped: true,
  measure: 'features',
  subjectValue: 'plain',
  featureAdds: 'numerator',
  reasons: { 'unknown:amount': { zh: '用量缺失', en: 'amount missing' } },
  unknowns: {},
  evaluate(definition, context) {
    const tally = subjectTally()
    const feed = context.feed(definition.of)
    const amountOf = valueExpression(definition.amount)
    let count = 0
    let total = 0
    for (const feature of selectFeatures(feed, { ...definition, scope: context.scope() }, tally)) {
      const amount = amountOf(feature)
      if (typeof amount !== 'number') {
        tally.exclude(feed.id, feature, 'unknown:amount')
        continue
      }
      const within = amount <= definition.limit
      total++
      if (within) count++
      tally.record(feed.id, feature, within ? 'covered' : 'uncovered', amount)
    }
    return { result: ratioResult(count, total, tally), subjects: tally.subjects(), gaps: [] }
  },
})
