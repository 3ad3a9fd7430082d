import { hashKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Robustness } from '#core/robustness/robustness.ts'
import { useCity } from './CityContext'
import { engineJob } from './engineJob'
import { faultText } from './faultText'
import { inTurn } from './inTurn'
import { useSettledFeeds } from './useSettledFeeds'

const NO_FEEDS: readonly string[] = []
const NOT_BEGUN = { done: 0, of: 0 }

/** Where the sweep of a row stands. `running` with `of` 0: not begun yet. */
type RobustnessView =
  | { readonly kind: 'loading'; readonly done: number; readonly of: number }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'done'; readonly robustness: Robustness }

export interface RobustnessControls {
  readonly view: RobustnessView
  readonly cancel: () => void
  readonly again: () => void
}

/** How firmly the star of a row stands in a scope: swept in the engine from when this is first used, again for new data. */
export function useRobustness(indicator: string, scope: string | null): RobustnessControls {
  const { catalogUrl, engine, feedsByIndicator, host, world } = useCity()
  const feeds = useSettledFeeds(feedsByIndicator[indicator] ?? NO_FEEDS)
  const [progress, setProgress] = useState(NOT_BEGUN)
  const [stopped, setStopped] = useState<string | null>(null)
  const client = useQueryClient()
  const queryKey = [world, catalogUrl, 'robustness', indicator, scope, feeds.stamp]
  const key = hashKey(queryKey)
  const { data, error, refetch } = useQuery({
    queryKey,
    enabled: feeds.settled && stopped !== key,
    queryFn: ({ signal }) =>
      // A lane of its own: the engine answers between the steps of an evaluation.
      inTurn(host.robustness, signal, () => {
        setProgress(NOT_BEGUN)
        return engineJob(engine, signal, (job) =>
          engine.robustness({ scope, indicator, job }, (done, of) => setProgress({ done, of })),
        )
      }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 600_000,
    retry: false,
    networkMode: 'always',
  })

  const view = (): RobustnessView => {
    if (data) return { kind: 'done', robustness: data }
    if (stopped === key) return { kind: 'cancelled' }
    if (error) return { kind: 'failed', why: faultText(error) }
    if (!feeds.settled) return { kind: 'loading', done: feeds.loaded + feeds.unreadable.length, of: feeds.total }
    return { kind: 'running', ...progress }
  }
  return {
    view: view(),
    cancel() {
      setStopped(key)
      void client.cancelQueries({ queryKey, exact: true })
    },
    again() {
      setStopped(null)
      if (error) void refetch()
    },
  }
}
