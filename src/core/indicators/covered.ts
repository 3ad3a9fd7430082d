import type { CoveredMetric } from '../model/metricDefinition'
import { coverageOf } from './coverageOf'
import { coversOf } from './coversOf'
import { type GapFeature, gapFeature, type MetricContext, type MetricOutcome } from './metricOutcome'
import { ratioResult, roundRatio } from './ratioResult'
import { selectFeatures } from './selectFeatures'
import { subjectTally } from './subjectTally'

export const DEFAULT_THRESHOLD = 0.5

/**
 * Subjects covered / subjects. A polygon or line is covered when the covered share of its area or length reaches the
 * threshold, a point when it lies in any footprint.
 */
export function covered(definition: CoveredMetric, context: MetricContext): MetricOutcome {
  const tally = subjectTally()
  const covers = coversOf(context, definition, tally)
  const threshold = definition.threshold ?? DEFAULT_THRESHOLD
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
    if (coverage.gap && context.detail) {
      gaps.push(gapFeature(context, feature, coverage.gap(), coverage.area, coverage.length))
    }
  }
  return { result: ratioResult(count, total, tally), subjects: tally.subjects(), gaps, footprints: covers.outline }
}
