import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCity } from '#city/CityContext.ts'
import { feedStamp } from '#core/model/feedReport.ts'
import type { AsyncCityEngine } from '#engine/engineApi.ts'
import type { FeedStanding } from '../health/feedStanding'
import { useFeedStanding } from './useFeedStanding'

export interface FeedAnswer<T> {
  /** The newest answer; an earlier one stays while a new one is asked for. Undefined: none yet. */
  readonly answer: T | undefined
  readonly fault: string | null
  readonly standing: FeedStanding
  readonly now: number
}

/** A question about a feed, asked of the engine once it is read and again with every reading. `key` names the question. */
export function useFeedAnswer<T>(
  feed: string,
  key: readonly unknown[],
  ask: (engine: AsyncCityEngine) => Promise<T>,
): FeedAnswer<T> {
  const { catalogUrl, engine } = useCity()
  const { now, ...standing } = useFeedStanding(feed)
  const stamp = standing.reading ? feedStamp(standing.reading.report) : undefined
  const { data, error } = useQuery({
    queryKey: ['feed-answer', catalogUrl, feed, stamp, ...key],
    enabled: stamp !== undefined,
    queryFn: () => ask(engine),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: false,
    networkMode: 'always',
  })
  return { answer: data, fault: error?.message ?? null, standing, now }
}
