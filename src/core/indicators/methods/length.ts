import { lineLength } from '../../geo/sphere'
import type { MetricPart } from '../../model/evaluation'
import { predicateOf } from '../cannotMeasure'
import { ratioResult, roundMeasure, roundRatio } from '../ratioResult'
import { selectFeatures } from '../selectFeatures'
import { subjectTally } from '../subjectTally'
import { defineMethod } from './metricMethod'
import { FILTERS, SUBJECTS } from './parameters'
import { MATCH_UNKNOWN } from './share'

/**
 * Length (m) where `match` holds / length. With `parts` the weighted mean of each part's ratio, Σ weight · ratio /
 * Σ weight; a part without length makes it unknown (`denominator-0:<part>`). With parts, numerator and denominator are
 * those of the features in any part, each counted once; a feature in no part is not counted.
 */
export const length = defineMethod({
  name: 'length',
  words: { zh: '长度占比', en: 'share of length' },
  parameters: {
    of: { kind: 'feed', words: SUBJECTS, role: 'subjects' },
    match: { kind: 'predicate' },
    parts: { kind: 'parts', optional: true },
    ...FILTERS,
  },
  scoped: true,
  measure: 'm',
  subjectValue: 'm',
  featureAdds: null,
  sums: ['parts'],
  reasons: MATCH_UNKNOWN,
  unknowns: {},
  evaluate(definition, context) {
    const tally = subjectTally()
    const feed = context.feed(definition.of)
    const match = predicateOf(definition.match)
    const parts = definition.parts?.map((part) => ({ ...part, holds: predicateOf(part.where), matched: 0, total: 0 }))
    let matched = 0
    let total = 0
    for (const feature of selectFeatures(feed, { ...definition, scope: context.scope() }, tally)) {
      const { geometry } = feature
      if (geometry?.type !== 'LineString' && geometry?.type !== 'MultiLineString') {
        tally.exclude(feed.id, feature, geometry ? 'not-a-line' : 'no-geometry')
        continue
      }
      const belongs = parts?.map((part) => part.holds(feature))
      if (belongs?.includes('unknown')) {
        tally.exclude(feed.id, feature, 'unknown:where')
        continue
      }
      if (belongs && !belongs.includes(true)) continue
      const matches = match(feature)
      if (matches === 'unknown') {
        tally.exclude(feed.id, feature, 'unknown:match')
        continue
      }
      const metres = lineLength(geometry)
      total += metres
      if (matches) matched += metres
      parts?.forEach((part, index) => {
        if (belongs?.[index] !== true) return
        part.total += metres
        if (matches) part.matched += metres
      })
      tally.record(feed.id, feature, matches ? 'covered' : 'uncovered', roundMeasure(metres))
    }
    const whole = ratioResult(matched, total, tally)
    const behind = { subjects: tally.subjects(), gaps: [] }
    if (!parts) return { result: whole, ...behind }
    const shown = parts.map(
      (part): MetricPart => ({
        id: part.id,
        value: part.total > 0 ? roundRatio(part.matched / part.total) : null,
        numerator: roundMeasure(part.matched),
        denominator: roundMeasure(part.total),
      }),
    )
    const empty = parts.find((part) => !(part.total > 0))
    if (empty) {
      const why = `denominator-0:${empty.id}`
      return { result: { ...whole, value: null, parts: shown, why, known: 'unknown' }, ...behind }
    }
    const weights = parts.reduce((sum, part) => sum + part.weight, 0)
    const weighted = parts.reduce((sum, part) => sum + (part.weight * part.matched) / part.total, 0)
    return { result: { ...whole, value: roundRatio(weighted / weights), parts: shown }, ...behind }
  },
})
