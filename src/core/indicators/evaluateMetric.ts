import type { MetricResult } from '../model/evaluation'
import type { MetricDefinition } from '../model/metricDefinition'
import { CannotMeasure } from './cannotMeasure'
import type { Methods } from './methods/metricMethod'
import { feedsOfMetric, methodOf } from './metricFacts'
import { type MetricContext, type MetricOutcome, oldestTime, type ReadableFeed } from './metricOutcome'
import { reportedValue } from './reportedValue'

/**
 * One metric of a row with all that stands behind it. Without a definition it comes from the `reported` feeds, else it
 * is unknown. Never throws for data: what cannot be measured has value null and says why.
 */
export function evaluateMetric(
  definition: MetricDefinition | undefined,
  methods: Methods,
  context: MetricContext,
): MetricOutcome {
  try {
    if (!definition) return reportedOutcome(context)
    const method = methodOf(definition, methods)
    if (!method.scoped) return method.evaluate(definition, context)
    const feeds = () => feedsUsed(definition, methods, context)
    const measure = () => {
      const outcome = method.evaluate(definition, context)
      // Oldest known time of the feeds used.
      const dataTime = oldestTime(feeds().map((feed) => feed.report.asOf))
      return { ...outcome, result: { ...outcome.result, dataTime } }
    }
    if (!context.memory) return measure()
    const question = JSON.stringify([
      context.indicator,
      context.metric,
      context.scopeId,
      context.detail,
      context.bounds,
      definition,
    ])
    return context.memory.once(
      question,
      feeds().flatMap(({ features, report }) => [features, report.asOf]),
      measure,
    )
  } catch (error) {
    if (error instanceof CannotMeasure) return { result: unknownResult(error.why), subjects: [], gaps: [] }
    throw error
  }
}

function reportedOutcome(context: MetricContext): MetricOutcome {
  return reportedValue(
    context.reportedFeeds.map((feed) => context.feed(feed.id)),
    context,
  )
}

/** The feeds a metric reads, the scope's included. */
function feedsUsed(definition: MetricDefinition, methods: Methods, context: MetricContext): ReadableFeed[] {
  const scope = context.scopeFeed()
  return [...feedsOfMetric(definition, methods).map(context.feed), ...(scope ? [scope] : [])]
}

function unknownResult(why: string): MetricResult {
  return {
    value: null,
    numerator: null,
    denominator: null,
    excluded: 0,
    reasons: {},
    why,
    dataTime: null,
    known: 'unknown',
  }
}
