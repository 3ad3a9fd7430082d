import type { MetricResult } from '../model/evaluation'
import type { MetricDefinition } from '../model/metricDefinition'
import { CannotMeasure } from './cannotMeasure'
import type { Methods } from './methods/metricMethod'
import { feedsOfMetric, methodOf } from './metricFacts'
import {
  type MeasuringContext,
  type MetricContext,
  type MetricOutcome,
  oldestTime,
  type ReadableFeed,
} from './metricOutcome'
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
    return context.memory.once(questionOf(definition, context), basisOf(feeds()), measure)
  } catch (error) {
    if (error instanceof CannotMeasure) return { result: unknownResult(error.why), subjects: [], gaps: [] }
    throw error
  }
}

/** Has the memory measure what an evaluation of the metric would, step by step; nothing where it knows the outcome. */
export function* measureMetricAhead(
  definition: MetricDefinition,
  methods: Methods,
  context: MeasuringContext & Question,
): Generator<void> {
  const { measureAhead } = methodOf(definition, methods)
  if (!measureAhead || !context.memory) return
  try {
    const basis = basisOf(feedsUsed(definition, methods, context))
    if (context.memory.knows(questionOf(definition, context), basis)) return
    yield* measureAhead(definition, context)
  } catch (error) {
    // The evaluation finds the same, and says it.
    if (!(error instanceof CannotMeasure)) throw error
  }
}

type Question = Pick<MetricContext, 'indicator' | 'metric' | 'scopeId' | 'scopeFeed'>

function questionOf(
  definition: MetricDefinition,
  context: Question & Pick<MetricContext, 'detail' | 'bounds'>,
): string {
  const { indicator, metric, scopeId, detail, bounds } = context
  return JSON.stringify([indicator, metric, scopeId, detail, bounds, definition])
}

const basisOf = (feeds: readonly ReadableFeed[]) => feeds.flatMap(({ features, report }) => [features, report.asOf])

function reportedOutcome(context: MetricContext): MetricOutcome {
  return reportedValue(
    context.reportedFeeds.map((feed) => context.feed(feed.id)),
    context,
  )
}

/** The feeds a metric reads, the scope's included. */
function feedsUsed(
  definition: MetricDefinition,
  methods: Methods,
  context: Pick<MetricContext, 'feed' | 'scopeFeed'>,
): ReadableFeed[] {
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
