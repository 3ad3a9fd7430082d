import { predicateOf } from '../cannotMeasure'
import { ratioResult } from '../ratioResult'
import { selectFeatures } from '../selectFeatures'
import { subjectTally } from '../subjectTally'
import { defineMethod } from './metricMethod'
import { FILTERS, SUBJECTS } from './parameters'

/** Words of the reason that a method with `match` excludes for. */
export const MATCH_UNKNOWN = { 'unknown:match': { zh: '判定条件无法判断', en: 'condition cannot be decided' } } as const

/** Features where `match` holds / features; with `within`, only features inside some polygon of that feed, each once. */
export const share = defineMethod({
  name: 'share',
  words: { zh: '数量占比', en: 'share of features' },
  parameters: {
    of: { kind: 'feed', words: SUBJECTS, role: 'subjects' },
    match: { kind: 'predicate' },
    /** Feed of polygons: a feature counts once if inside any. */
    within: { kind: 'feed', words: { zh: '限于', en: 'Within' }, optional: true },
    ...FILTERS,
  },
  scoped: true,
  measure: 'features',
  subjectValue: null,
  featureAdds: 'numerator',
  sums: [],
  reasons: MATCH_UNKNOWN,
  unknowns: {},
  evaluate(definition, context) {
    const tally = subjectTally()
    const feed = context.feed(definition.of)
    const within = definition.within === undefined ? undefined : context.feed(definition.within)
    const match = predicateOf(definition.match)
    let count = 0
    let total = 0
    for (const feature of selectFeatures(feed, { ...definition, within, scope: context.scope() }, tally)) {
      const matches = match(feature)
      if (matches === 'unknown') {
        tally.exclude(feed.id, feature, 'unknown:match')
        continue
      }
      total++
      if (matches) count++
      tally.record(feed.id, feature, matches ? 'covered' : 'uncovered', matches ? 1 : 0)
    }
    return { result: ratioResult(count, total, tally), subjects: tally.subjects(), gaps: [] }
  },
})
