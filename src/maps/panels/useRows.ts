import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { feedStamp } from '../../core/model/feedReport'
import type { Rows, RowsRequest } from '../../workers/engineApi'
import { useCity } from '../data/CityContext'
import { useFeed } from '../data/useFeed'

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
