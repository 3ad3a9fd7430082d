import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { type FeedReading, feedQueryOptions } from '../../feeds/queries/feedQuery'
import { type City, useCity } from './CityContext'

function optionsOf(city: City, feedId: string) {
  const feed = city.catalog.feeds.find((candidate) => candidate.id === feedId)
  if (!feed) throw new Error(`no feed ${feedId} in the catalog`)
  return feedQueryOptions(feed, city.catalogUrl, (id, bytes) => city.engine.admit(id, bytes))
}

/** One feed, fetched and admitted when first used, and fetched again on its own cycle. */
export function useFeed(feedId: string): UseQueryResult<FeedReading> {
  return useQuery(optionsOf(useCity(), feedId))
}

/** Several feeds at once, in the order asked for. */
export function useFeeds(feedIds: readonly string[]): readonly UseQueryResult<FeedReading>[] {
  const city = useCity()
  return useQueries({ queries: feedIds.map((id) => optionsOf(city, id)) })
}
