import { useQuery } from '@tanstack/react-query'
import { useOpenedCity } from '#city/CityContext.ts'
import type { Timeline } from '#feeds/history/createHistory.ts'

const AGAIN_MS = 2_000

/** From when on the past is known, and what changed in each minute; asked for again while it is on show. */
export function useTimeline(): Timeline | undefined {
  const { host, catalogUrl } = useOpenedCity()
  return useQuery({
    queryKey: ['timeline', catalogUrl],
    queryFn: () => host.timeline(),
    refetchInterval: AGAIN_MS,
    refetchIntervalInBackground: true,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
  }).data
}
