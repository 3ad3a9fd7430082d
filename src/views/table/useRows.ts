import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCity } from '#city/CityContext.ts'
import { useFeed } from '#city/useFeed.ts'
import { feedStamp } from '#core/model/feedReport.ts'
import type { Rows, RowsRequest } from '#engine/engineApi.ts'

/** Rows of a feed's newest reading; earlier rows stay while new ones are read. Sorting happens in the engine. */
export function useRows(request: RowsRequest): UseQueryResult<Rows> {
  const { engine, catalogUrl } = useCity()
  const feed = useFeed(request.feed)
  const stamp = feed.data && feedStamp(feed.data.report)
  return useQuery({
    queryKey: ['rows', catalogUrl, stamp, request],
    enabled: stamp !== undefined,
    queryFn: () => engine.rows(request),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  })
}
