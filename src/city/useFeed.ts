import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FeedReport } from '#core/model/feedReport.ts'
import { type OpenedCity, useCity, useOpenedCity } from './CityContext'
import { type FeedReading, feedQueryOptions } from './feedQuery'

/** The query of one feed. Throws for a feed the catalog does not have. */
export function feedOptions(city: OpenedCity, feedId: string) {
  const feed = city.catalog.feeds.find((candidate) => candidate.id === feedId)
  if (!feed) throw new Error(`no feed ${feedId} in the catalog`)
  return feedQueryOptions(feed, city.catalogUrl, (id, bytes, at) => city.host.admit(id, bytes, false, at))
}

/** What is known of the feed that a card or table is about. */
export type FeedResult = Pick<UseQueryResult<FeedReading>, 'data' | 'error' | 'isError' | 'status' | 'fetchStatus'>

/** One feed, fetched and admitted when first used, and fetched again on its own cycle; as it stands in the world on show. */
export function useFeed(feedId: string): FeedResult {
  const [result] = useFeeds([feedId])
  if (!result) throw new Error(`no feed ${feedId}`)
  return result
}

/** Several feeds at once, in the order asked for, as they stand in the world on show. */
export function useFeeds(feedIds: readonly string[]): readonly FeedResult[] {
  return useInWorld(feedIds, useReadings(feedIds))
}

/** The latest readings of several feeds, whatever world is on show: what the map starts from, and what is kept loaded. */
export function useReadings(feedIds: readonly string[]): readonly UseQueryResult<FeedReading>[] {
  const city = useOpenedCity()
  const key = JSON.stringify(feedIds)
  // The same options until the feeds wanted change: made anew, dozens of them are hashed at every drawing.
  const queries = useMemo(() => {
    const ids: string[] = JSON.parse(key)
    return ids.map((id) => feedOptions(city, id))
  }, [city, key])
  return useQueries({ queries })
}

/**
 * Readings as they stand in the world on show. One that is not yet known for it is not there: what is said of a feed is of
 * the same world as what is asked about it.
 */
export function useInWorld<Result extends { readonly data: FeedReading | undefined }>(
  feedIds: readonly string[],
  results: readonly (Result | undefined)[],
): readonly Result[] {
  const { catalogUrl, engine, world } = useCity()
  const elsewhere = world.kind !== 'now'
  const states = useQueries({
    queries: elsewhere
      ? feedIds.map((id, index) => ({
          queryKey: [world, catalogUrl, 'feed-state', id],
          queryFn: () => engine.feedState(id),
          enabled: results[index]?.data !== undefined,
          staleTime: Number.POSITIVE_INFINITY,
          gcTime: 10_000,
          retry: false,
          networkMode: 'always' as const,
        }))
      : [],
  })
  return results.flatMap((result, index) => {
    if (!result) return []
    const { data } = result
    if (!elsewhere || !data) return [result]
    const state = states[index]?.data
    if (state === undefined) return [{ ...result, data: undefined }]
    return [{ ...result, data: state ? { ...data, ...state } : { ...data, report: unknownThen(data.report) } }]
  })
}

/** Of a feed whose past does not reach back so far nothing is known. */
const unknownThen = (report: FeedReport): FeedReport => ({
  ...report,
  read: 0,
  accepted: 0,
  quarantined: [],
  notices: [],
  asOf: null,
})
