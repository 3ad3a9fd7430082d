import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { feedStamp } from '../../core/model/feedReport'
import type { FeatureRef } from '../../state/selection'
import type { FeatureDetail } from '../../workers/engineApi'
import { useCity } from '../data/CityContext'
import { useFeed } from '../data/useFeed'

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
