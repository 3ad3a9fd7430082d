import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type FeedReading, feedQueryOptions } from '#feeds/queries/feedQuery.ts'
import { type City, useCity } from './CityContext'

/** The query of one feed. Throws for a feed the catalog does not have. */
export function feedOptions(city: City, feedId: string) {
  const feed = city.catalog.feeds.find((candidate) => candidate.id === feedId)
  if (!feed) throw new Error(`no feed ${feedId} in the catalog`)
  return feedQueryOptions(feed, city.catalogUrl, (id, bytes) => city.engine.admit(id, bytes))
}

/** One feed, fetched and admitted when first used, and fetched again on its own cycle. */
export function useFeed(feedId: string): UseQueryResult<FeedReading> {
  return useQuery(feedOptions(useCity(), feedId))
}

/** Several feeds at once, in the order asked for. */
export function useFeeds(feedIds: readonly string[]): readonly UseQueryResult<FeedReading>[] {
  const city = useCity()
  const key = JSON.stringify(feedIds)
  // The same options until the feeds wanted change: made anew, dozens of them are hashed at every drawing.
  const queries = useMemo(() => {
    const ids: string[] = JSON.parse(key)
    return ids.map((id) => feedOptions(city, id))
  }, [city, key])
  return useQueries({ queries })
}
