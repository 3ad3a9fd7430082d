import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Evaluation } from '../../core/model/evaluation'
import { useCity } from './CityContext'
import { setEvaluationProgress, useEvaluationProgress } from './evaluationProgress'
import { inTurn } from './inTurn'
import { type SettledFeeds, useSettledFeeds } from './useSettledFeeds'

export interface EvaluationView {
  /** The newest result; an earlier one, of its own scope, stays while a new one is computed. Null: none yet. */
  readonly evaluation: Evaluation | null
  /** A new result is on its way. */
  readonly busy: boolean
  /** Why the newest computation failed, or null. */
  readonly fault: string | null
  readonly feeds: SettledFeeds
  readonly rows: { readonly done: number; readonly of: number }
}

/**
 * The standard evaluated in a scope (null: no filter). Loads every feed the rows need, computes in the engine once they
 * have settled and again when a reading or the scope changes. All components share one computation.
 */
export function useEvaluation(scope: string | null): EvaluationView {
  const { catalogUrl, engine, feedsByIndicator } = useCity()
  const feedIds = useMemo(() => [...new Set(Object.values(feedsByIndicator).flat())].sort(), [feedsByIndicator])
  const feeds = useSettledFeeds(feedIds)
  const rows = useEvaluationProgress()
  const { data, error, isFetching } = useQuery({
    queryKey: ['evaluation', catalogUrl, scope, feeds.stamp],
    enabled: feeds.settled,
    queryFn: ({ signal }) =>
      inTurn(engine, signal, () => {
        setEvaluationProgress(0, 0)
        return engine.evaluate({ scope }, setEvaluationProgress)
      }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    networkMode: 'always',
  })
  return { evaluation: data ?? null, busy: isFetching || !feeds.settled, fault: error?.message ?? null, feeds, rows }
}
