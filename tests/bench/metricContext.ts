import { CannotMeasure } from '#core/indicators/cannotMeasure.ts'
import type { MetricContext, ReadableFeed } from '#core/indicators/metricOutcome.ts'
import type { EvaluableFeed } from '#core/model/evaluation.ts'

/** What a method of an indicator is given, for these feeds: the whole county, nothing remembered from an earlier run. */
export function metricContext(feeds: readonly EvaluableFeed[]): MetricContext {
  return {
    indicator: 'bench',
    metric: 'value',
    feed: (id) => {
      const found = feeds.find((feed) => feed.id === id)
      if (!found || 'error' in found) throw new CannotMeasure(`feed-unreadable:${id}`)
      return found
    },
    reportedFeeds: [],
    scope: () => null,
    scopeId: null,
    scopeFeed: () => null,
    other: (id) => {
      throw new CannotMeasure(`no-metric:${id}`)
    },
    standardWeights: undefined,
    bounds: undefined,
    memory: null,
    detail: 'gaps',
  }
}

/** The same features as new objects, of which nothing is remembered. */
export function renewed(feed: ReadableFeed): ReadableFeed {
  return { ...feed, features: structuredClone(feed.features) }
}
