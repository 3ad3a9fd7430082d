import type { GapFeature } from '../../model/evaluation'
import { coverageOf } from '../coverageOf'
import { coversOf, NO_FOOTPRINT } from '../coversOf'
import { measureSubjects } from '../measureSubjects'
import { gapFeature } from '../metricOutcome'
import { ratioResult, roundRatio } from '../ratioResult'
import { selectFeatures } from '../selectFeatures'
import { subjectTally } from '../subjectTally'
import { defineMethod } from './metricMethod'
import { BY, FILTERS_WITH_BY, SUBJECTS } from './parameters'

/**
 * Subjects covered / subjects. A polygon or line is covered when the covered share of its area or length reaches the
 * threshold, a point when it lies in any footprint.
 */
export const covered = defineMethod({
  name: 'covered',
  words: { zh: '覆盖比例', en: 'covered share' },
  parameters: {
    subjects: { kind: 'feed', words: SUBJECTS, role: 'subjects' },
    by: { kind: 'feed', words: BY, role: 'by', covers: true },
    /** Share of a subject's area or length that must be covered. */
    threshold: {
      kind: 'number',
      words: { zh: '覆盖门槛', en: 'Coverage threshold' },
      least: 0,
      most: 1,
      otherwise: 0.5,
      as: 'share',
      sign: '≥',
      sweep: { values: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], cost: 'compare', needsExtent: true },
    },
    ...FILTERS_WITH_BY,
  },
  scoped: true,
  measure: 'features',
  subjectValue: 'ratio',
  featureAdds: 'numerator',
  sums: [],
  reasons: {},
  unknowns: NO_FOOTPRINT,
  measureAhead(definition, context) {
    const feed = context.feed(definition.subjects)
    const subjects = selectFeatures(feed, { ...definition, scope: context.scope() }, subjectTally())
    return measureSubjects(context, definition, feed.id, subjects)
  },
  evaluate(definition, context) {
    const tally = subjectTally()
    const covers = coversOf(context, definition, tally)
    const { threshold } = definition
    const feed = context.feed(definition.subjects)
    const gaps: GapFeature[] = []
    let count = 0
    let total = 0
    for (const feature of selectFeatures(feed, { ...definition, scope: context.scope() }, tally)) {
      const coverage = context.memory?.coverage(covers, feed.id, feature) ?? coverageOf(feature, covers)
      if (!coverage.ok) {
        tally.exclude(feed.id, feature, coverage.reason)
        continue
      }
      const share = roundRatio(coverage.share)
      const point = feature.geometry?.type === 'Point'
      const passes = point ? share === 1 : share >= threshold
      total++
      if (passes) count++
      tally.record(feed.id, feature, passes ? 'covered' : 'uncovered', share)
      if (coverage.gap && context.detail === 'gaps') {
        gaps.push(gapFeature(context, feature, coverage.gap, coverage.area, coverage.length))
      }
    }
    return { result: ratioResult(count, total, tally), subjects: tally.subjects(), gaps, footprints: covers.outline() }
  },
})
