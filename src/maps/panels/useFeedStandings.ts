import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { FeedFault } from '../../feeds/queries/FeedFault'
import { feedQueryOptions } from '../../feeds/queries/feedQuery'
import { useCity } from '../data/CityContext'
import { useNow } from '../data/useNow'
import { type FeedStanding, feedStanding } from './feedStanding'

/** Every feed of the catalog as it stands. Watches only: no feed is fetched because of it. */
export function useFeedStandings(): readonly FeedStanding[] {
  const city = useCity()
  const now = useNow(15_000)
  const queries = useQueries({
    queries: city.catalog.feeds.map((feed) => ({
      ...feedQueryOptions(feed, city.catalogUrl, (id, bytes) => city.engine.admit(id, bytes)),
      enabled: false,
      refetchInterval: false as const,
    })),
  })
  return useMemo(
    () =>
      city.catalog.feeds.map((feed, index) => {
        const query = queries[index]
        return feedStanding(
          feed,
          {
            data: query?.data,
            fault: query?.error ? FeedFault.from(feed.id, query.error).reason : null,
            fetching: query?.fetchStatus === 'fetching',
          },
          now,
        )
      }),
    [city, queries, now],
  )
}
