import { valueExpression } from '../cannotMeasure'
import { ratioResult, roundRatio } from '../ratioResult'
import { selectFeatures } from '../selectFeatures'
import { subjectTally } from '../subjectTally'
import { defineMethod } from './metricMethod'
import { FILTERS, SUBJECTS } from './parameters'

/**
 * Σ `part` / Σ `whole` over features (households reached / households, by community). Numerator and denominator are the
 * sums, in the unit of the properties. A feature whose `part` or `whole` is no finite number ≥ 0 (`unknown:part`,
 * `unknown:whole`), or whose `part` is above its `whole` (`part-over-whole`), is excluded from both sums. The value of a
 * subject is its own part / whole, null where its whole is 0; it is uncovered while anything is missing.
 */
export const ratio = defineMethod({
  name: 'ratio',
  words: { zh: '合计占比', en: 'share of totals' },
  parameters: {
    of: { kind: 'feed', words: SUBJECTS, role: 'subjects' },
    /** Number ≥ 0 each feature brings to the numerator, at most its `whole`. */
    part: { kind: 'value' },
    /** Number ≥ 0 each feature brings to the denominator. */
    whole: { kind: 'value' },
    ...FILTERS,
  },
  scoped: true,
  measure: 'plain',
  subjectValue: 'ratio',
  featureAdds: null,
  sums: [],
  reasons: {
    'unknown:part': { zh: '分子缺失或不是非负数', en: 'numerator missing or not a number from 0' },
    'unknown:whole': { zh: '分母缺失或不是非负数', en: 'denominator missing or not a number from 0' },
    'part-over-whole': { zh: '分子大于分母', en: 'numerator above the denominator' },
  },
  unknowns: {},
  evaluate(definition, context) {
    const tally = subjectTally()
    const feed = context.feed(definition.of)
    const partOf = valueExpression(definition.part)
    const wholeOf = valueExpression(definition.whole)
    let parts = 0
    let wholes = 0
    for (const feature of selectFeatures(feed, { ...definition, scope: context.scope() }, tally)) {
      const part = partOf(feature)
      const whole = wholeOf(feature)
      if (!isAmount(part)) tally.exclude(feed.id, feature, 'unknown:part')
      else if (!isAmount(whole)) tally.exclude(feed.id, feature, 'unknown:whole')
      else if (part > whole) tally.exclude(feed.id, feature, 'part-over-whole')
      else {
        parts += part
        wholes += whole
        const share = whole > 0 ? roundRatio(part / whole) : null
        tally.record(feed.id, feature, part < whole ? 'uncovered' : 'covered', share)
      }
    }
    return { result: ratioResult(parts, wholes, tally), subjects: tally.subjects(), gaps: [] }
  },
})

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
