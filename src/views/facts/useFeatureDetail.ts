import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useCity } from '#city/CityContext.ts'
import { keptInWorld } from '#city/useAnswer.ts'
import { useFeed } from '#city/useFeed.ts'
import { feedStamp } from '#core/model/feedReport.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import type { FeatureRef } from '#state/selection.ts'

/** A feature's detail from the newest reading of its feed; null when it is no longer there. */
export function useFeatureDetail(ref: Pick<FeatureRef, 'feed' | 'id'>): UseQueryResult<FeatureDetail | null> {
  const { engine, catalogUrl, world } = useCity()
  const reading = useFeed(ref.feed)
  const stamp = reading.data && feedStamp(reading.data.report)
  return useQuery({
    queryKey: [world, catalogUrl, 'feature', ref.feed, ref.id, stamp],
    enabled: stamp !== undefined,
    queryFn: () => engine.find(ref.feed, ref.id),
    placeholderData: (previous, query) =>
      query?.queryKey[4] === ref.id ? keptInWorld(world)(previous, query) : undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  })
}
