import type { ShareMetric } from '../model/metricDefinition'
import { predicateOf } from './cannotMeasure'
import type { MetricContext, MetricOutcome } from './metricOutcome'
import { ratioResult } from './ratioResult'
import { selectFeatures } from './selectFeatures'
import { subjectTally } from './subjectTally'

/** Features where `match` holds / features; with `within`, only features inside some polygon of that feed, each once. */
export function share(definition: ShareMetric, context: MetricContext): MetricOutcome {
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
}
