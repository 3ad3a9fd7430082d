import { useEffect, useMemo, useState } from 'react'
import { placeFeeds } from '#catalog/placeFeeds.ts'
import { useCity } from '#city/CityContext.ts'
import { type Answer, useAnswer } from '#city/useAnswer.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import type { Rows, RowsRequest } from '#engine/engineApi.ts'
import { filterMap, listPartOnMap } from '#state/filters.ts'
import { type ListPart, useLists } from '#state/lists.ts'
import { type FeedFilter, useView } from '#state/view.ts'

const NO_FEEDS: readonly string[] = []

/**
 * Rows of a feed as a table lists them; earlier rows stay while new ones are read. Sorting happens in the engine. Rows
 * without a name say where they are, once the zones are in that tell places apart.
 */
export function useListedRows(request: RowsRequest): Answer<Rows> {
  const { catalog } = useCity()
  const zoneFeeds = useMemo(() => placeFeeds(catalog), [catalog])
  const [unnamed, setUnnamed] = useState(false)
  const { stamp } = useSettledFeeds(unnamed ? zoneFeeds : NO_FEEDS)
  const rows = useAnswer({
    feeds: [request.feed],
    key: ['rows', request, stamp],
    ask: (engine) => engine.rows({ ...request, places: 'unnamed' }),
  })
  const found = rows.answer?.rows.some(({ place }) => place) ?? false
  if (found !== unnamed) setUnnamed(found)
  return rows
}

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
