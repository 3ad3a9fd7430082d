import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ExplainedMetric } from '#engine/engineApi.ts'
import { useCity } from './CityContext'
import { engineJob } from './engineJob'
import { faultText } from './faultText'
import { inTurn } from './inTurn'
import { keptInWorld } from './useAnswer'
import { useSettledFeeds } from './useSettledFeeds'

const NO_FEEDS: readonly string[] = []

export interface ExplanationView {
  readonly explanation: ExplainedMetric | null
  readonly busy: boolean
  readonly fault: string | null
}

/** The features behind one metric of a row in a scope, computed in the engine; nothing when either is null. */
export function useExplanation(indicator: string | null, metric: string | null, scope: string | null): ExplanationView {
  const { catalogUrl, engine, feedsByIndicator, host, world } = useCity()
  const feeds = useSettledFeeds((indicator !== null && feedsByIndicator[indicator]) || NO_FEEDS)
  const { data, error, isFetching } = useQuery({
    queryKey: [world, catalogUrl, 'explanation', indicator, metric, scope, feeds.stamp],
    enabled: indicator !== null && metric !== null && feeds.settled,
    queryFn: ({ signal }) =>
      // A lane of its own: the engine answers between the rows of an evaluation, so an open row need not wait for all.
      inTurn(host.explain, signal, () => {
        if (indicator === null || metric === null) throw new Error('an explanation needs a row and a metric')
        return engineJob(engine, signal, (job) => engine.explain({ scope, indicator, metric, job }))
      }),
    // Kept only while the same metric is computed again: the subjects of another row must never stand under this one.
    placeholderData: (previous, query) =>
      previous?.indicator === indicator && previous.metric === metric ? keptInWorld(world)(previous, query) : undefined,
    staleTime: Number.POSITIVE_INFINITY,
    // The engine withdraws the gaps of explanations given long ago: an old one must not be shown again.
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  })
  return {
    explanation: data ?? null,
    busy: indicator !== null && metric !== null && (isFetching || !feeds.settled),
    fault: error && faultText(error),
  }
}

/** Reads what was last computed of an open row in the world on show, where somebody asked for it; null else. */
export function useExplanationAtHand(): (indicator: string, metric: string | null) => ExplainedMetric | null {
  const { catalogUrl, world } = useCity()
  const queries = useQueryClient()
  return useCallback(
    (indicator, metric) => {
      const known = queries.getQueriesData<ExplainedMetric>({ queryKey: [world, catalogUrl, 'explanation', indicator] })
      const fitting = known.flatMap(([, data]) => (data && (metric === null || data.metric === metric) ? [data] : []))
      return fitting.at(-1) ?? null
    },
    [queries, world, catalogUrl],
  )
}
