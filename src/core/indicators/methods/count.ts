import { defineMethod } from './metricMethod'
import { FILTERS, SUBJECTS } from './parameters'
import { MATCH_UNKNOWN, share } from './share'

/** How many features match: the value is the numerator, the denominator is the number of features; none is unknown. */
export const count = defineMethod({
  name: 'count',
  words: { zh: '计数', en: 'count' },
  parameters: {
    of: { kind: 'feed', words: SUBJECTS, role: 'subjects' },
    match: { kind: 'predicate', optional: true },
    ...FILTERS,
  },
  scoped: true,
  measure: 'features',
  subjectValue: null,
  featureAdds: 'value',
  sums: [],
  reasons: MATCH_UNKNOWN,
  unknowns: {},
  evaluate(definition, context) {
    const { where, known, of, match = true } = definition
    const { result, ...behind } = share.evaluate({ method: 'share', of, match, where, known }, context)
    return { result: { ...result, value: result.value === null ? null : result.numerator }, ...behind }
  },
})
