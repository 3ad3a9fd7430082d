import type { MetricResult } from '../model/evaluation'
import type { MetricDefinition } from '../model/metricDefinition'
import { CannotMeasure } from './cannotMeasure'
import { feedsOfMetric, usesScope } from './feedsOfIndicator'
import { runMethod } from './methods'
import type { MetricContext, MetricOutcome } from './metricOutcome'
import { oldestTime } from './oldestTime'
import { reportedValue } from './reportedValue'

/**
 * One metric of a row with all that stands behind it. Without a definition it comes from the `reported` feeds, else it
 * is unknown. Never throws for data: what cannot be measured has value null and says why.
 */
export function evaluateMetric(definition: MetricDefinition | undefined, context: MetricContext): MetricOutcome {
  try {
    if (!definition) return reportedOutcome(context)
    const outcome = runMethod(definition, context)
    if (!usesScope(definition)) return outcome
    return { ...outcome, result: { ...outcome.result, dataTime: dataTimeOf(definition, context) } }
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

/** Oldest known time of the feeds used, the scope's included. */
function dataTimeOf(definition: MetricDefinition, context: MetricContext): number | null {
  const feeds = feedsOfMetric(definition).map(context.feed)
  const scope = context.scopeFeed()
  return oldestTime([...feeds, ...(scope ? [scope] : [])].map((feed) => feed.report.asOf))
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
