import type { MetricResult } from '../model/evaluation'
import type { MetricDefinition } from '../model/metricDefinition'
import { CannotMeasure } from './cannotMeasure'
import { feedsOfMetric, usesScope } from './feedsOfIndicator'
import { runMethod } from './methods'
import { type MetricContext, type MetricOutcome, oldestTime, type ReadableFeed } from './metricOutcome'
import { reportedValue } from './reportedValue'

/**
 * One metric of a row with all that stands behind it. Without a definition it comes from the `reported` feeds, else it
 * is unknown. Never throws for data: what cannot be measured has value null and says why.
 */
export function evaluateMetric(definition: MetricDefinition | undefined, context: MetricContext): MetricOutcome {
  try {
    if (!definition) return reportedOutcome(context)
    if (!usesScope(definition)) return runMethod(definition, context)
    const measure = () => {
      const outcome = runMethod(definition, context)
      return { ...outcome, result: { ...outcome.result, dataTime: dataTimeOf(definition, context) } }
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
      feedsUsed(definition, context).flatMap(({ features, report }) => [features, report.asOf]),
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

/** Oldest known time of the feeds used. */
function dataTimeOf(definition: MetricDefinition, context: MetricContext): number | null {
  return oldestTime(feedsUsed(definition, context).map((feed) => feed.report.asOf))
}

/** The feeds a metric reads, the scope's included. */
function feedsUsed(definition: MetricDefinition, context: MetricContext): ReadableFeed[] {
  const scope = context.scopeFeed()
  return [...feedsOfMetric(definition).map(context.feed), ...(scope ? [scope] : [])]
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
