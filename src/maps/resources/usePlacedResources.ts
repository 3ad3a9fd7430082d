import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { useSettledFeeds } from '#city/useSettledFeeds.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { listFeeds } from '#views/table/responseFeeds.ts'

/** Every response resource with its place, from the feeds' newest readings; null while they are being read. */
export function usePlacedResources(): readonly FeatureDetail[] | null {
  const { catalog, catalogUrl, engine } = useCity()
  const feeds = useMemo(() => listFeeds(catalog, 'resources'), [catalog])
  const { settled, stamp } = useSettledFeeds(feeds)
  const { data } = useQuery({
    queryKey: ['resources', catalogUrl, stamp],
    enabled: settled,
    queryFn: async () => {
      const tables = await Promise.all(feeds.map((feed) => engine.rows({ feed, columns: [] }).catch(() => null)))
      const found = await Promise.all(
        tables.flatMap((table, index) =>
          (table?.rows ?? []).map(({ mapId }) => engine.feature(feeds[index] ?? '', mapId)),
        ),
      )
      return found.filter((detail) => detail !== null)
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  })
  return data ?? null
}
