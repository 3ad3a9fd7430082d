import { reportedValue } from '../reportedValue'
import { defineMethod } from './metricMethod'

/** The newest value a department has reported in one feed. */
export const reported = defineMethod({
  name: 'reported',
  words: { zh: '上报值', en: 'reported value' },
  parameters: {
    feed: { kind: 'feed', words: { zh: '数据源', en: 'Feed' }, record: 'reported' },
  },
  scoped: false,
  measure: 'plain',
  subjectValue: null,
  featureAdds: null,
  reasons: {},
  unknowns: {},
  evaluate(definition, context) {
    return reportedValue([context.feed(definition.feed)], context)
  },
})
