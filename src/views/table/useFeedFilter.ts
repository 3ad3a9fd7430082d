import { useEffect } from 'react'
import { type FeedFilter, setFeedFilter, useFilters } from '#state/filters.ts'

const NONE: FeedFilter = {}

/** The filter of a feed, while its table is on show: when that leaves, nothing stays left out unseen. */
export function useFeedFilter(feed: string): FeedFilter {
  useEffect(() => () => setFeedFilter(feed, NONE), [feed])
  return useFilters(({ byFeed }) => byFeed[feed] ?? NONE)
}
