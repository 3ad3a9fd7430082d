import { useEffect } from 'react'
import { type Answer, useAnswer } from '#city/useAnswer.ts'
import type { Rows, RowsRequest } from '#engine/engineApi.ts'
import { type FeedFilter, setFeedFilter, useFilters } from '#state/filters.ts'

/** Rows of a feed; earlier rows stay while new ones are read. Sorting happens in the engine. */
export const useRows = (request: RowsRequest): Answer<Rows> =>
  useAnswer({ feeds: [request.feed], key: ['rows', request], ask: (engine) => engine.rows(request) })

const NONE: FeedFilter = {}

/** The filter of a feed, while its table is on show: when that leaves, nothing stays left out unseen. */
export function useFeedFilter(feed: string): FeedFilter {
  useEffect(() => () => setFeedFilter(feed, NONE), [feed])
  return useFilters(({ byFeed }) => byFeed[feed] ?? NONE)
}
