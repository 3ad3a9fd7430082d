import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCity } from '#city/CityContext.ts'
import { useFeed } from '#city/useFeed.ts'
import { feedStamp } from '#core/model/feedReport.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import type { FeatureRef } from '#state/selection.ts'

/** A feature's detail from the newest reading of its feed; null when it is no longer there. */
export function useFeatureDetail(ref: FeatureRef): UseQueryResult<FeatureDetail | null> {
  const { engine, catalogUrl } = useCity()
  const reading = useFeed(ref.feed)
  const stamp = reading.data && feedStamp(reading.data.report)
  return useQuery({
    queryKey: ['feature', catalogUrl, ref.feed, ref.id, stamp],
    enabled: stamp !== undefined,
    queryFn: () => engine.find(ref.feed, ref.id),
    placeholderData: (previous, query) => (query?.queryKey[3] === ref.id ? keepPreviousData(previous) : undefined),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  })
}
