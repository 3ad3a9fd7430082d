import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Evaluation } from '#core/model/evaluation.ts'
import { useCity } from './CityContext'
import { engineJob } from './engineJob'
import { beginEvaluation, setEvaluationProgress, stopEvaluation, useEvaluationProgress } from './evaluationProgress'
import { faultText } from './faultText'
import { inTurn } from './inTurn'
import { keptInWorld } from './useAnswer'
import { type SettledFeeds, useSettledFeeds } from './useSettledFeeds'
import { useSlowed } from './useSlowed'

/** A live feed changes every second; rows that rest on it are computed again at most this often. */
const AGAIN_MS = 10_000

export interface EvaluationView {
  /** The newest result; an earlier one, of its own scope, stays while a new one is computed. Null: none yet. */
  readonly evaluation: Evaluation | null
  /** A new result is on its way. */
  readonly busy: boolean
  /** The user stopped the computation of what is wanted; the earlier result, if any, stays. */
  readonly stopped: boolean
  /** Why the newest computation failed, or null. */
  readonly fault: string | null
  readonly feeds: SettledFeeds
  /** Stops the computation under way, for all components. */
  readonly cancel: () => void
  /** Computes after all. */
  readonly again: () => void
}

/**
 * The standard evaluated in a scope (null: no filter). Loads every feed the rows need, computes in the engine once they
 * have settled and again when a reading or the scope changes. All components share one computation; how far it has come
 * is in `useEvaluationProgress`, for those alone who show it.
 */
export function useEvaluation(scope: string | null): EvaluationView {
  const { catalogUrl, engine, feedsByIndicator, host, world } = useCity()
  const feedIds = useMemo(() => [...new Set(Object.values(feedsByIndicator).flat())].sort(), [feedsByIndicator])
  const feeds = useSettledFeeds(feedIds)
  const stoppedKey = useEvaluationProgress((run) => run.stopped)
  const client = useQueryClient()
  const changes = useSlowed(feeds.revisions, AGAIN_MS)
  const queryKey = [world, catalogUrl, 'evaluation', scope, feeds.readings, changes]
  const key = hashKey(queryKey)
  const stopped = stoppedKey === key
  const { data, error, isFetching } = useQuery({
    queryKey,
    enabled: feeds.settled && !stopped,
    queryFn: ({ signal }) =>
      inTurn(host, signal, () => {
        beginEvaluation()
        return engineJob(engine, signal, (job) => engine.evaluate({ scope, job }, setEvaluationProgress))
      }),
    placeholderData: keptInWorld(world),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    networkMode: 'always',
  })
  return {
    evaluation: data ?? null,
    busy: isFetching || !feeds.settled,
    stopped,
    fault: error && faultText(error),
    feeds,
    cancel() {
      stopEvaluation(key)
      void client.cancelQueries({ queryKey, exact: true })
    },
    again: () => stopEvaluation(null),
  }
}
