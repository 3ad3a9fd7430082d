import { useEffect } from 'react'
import { type Answer, useAnswer } from '#city/useAnswer.ts'
import type { Rows, RowsRequest } from '#engine/engineApi.ts'
import { filterMap, listPartOnMap } from '#state/filters.ts'
import { type ListPart, useLists } from '#state/lists.ts'
import { type FeedFilter, useView } from '#state/view.ts'

/** Rows of a feed; earlier rows stay while new ones are read. Sorting happens in the engine. */
export const useRows = (request: RowsRequest): Answer<Rows> =>
  useAnswer({ feeds: [request.feed], key: ['rows', request], ask: (engine) => engine.rows(request) })

const NONE: FeedFilter = {}

/** The filter of the table of a feed; the map has it too while the table is on show, so that nothing stays left out unseen. */
export function useFeedFilter(feed: string): FeedFilter {
  const filter = useView(({ tables }) => tables[feed]?.filter)
  useEffect(() => filterMap(feed, filter), [feed, filter])
  useEffect(() => () => filterMap(feed, undefined), [feed])
  return filter ?? NONE
}

/** The part of a feed that its table was opened for; the map draws only that while the table is on show. */
export function useFeedPart(feed: string): ListPart | null {
  const part = useLists((lists) => (lists.part?.feed === feed ? lists.part : null))
  useEffect(() => listPartOnMap(part), [part])
  useEffect(() => () => listPartOnMap(null), [])
  return part
}
