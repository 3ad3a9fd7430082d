import { skipToken, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { feedOptions, useReadings } from '#city/useFeed.ts'
import { NOW } from '#core/model/world.ts'
import type { ResolvedLayer } from '#layers/ResolvedLayer.ts'
import { useView } from '#state/view.ts'
import { type Bounds, boundsOfData } from './boundsOfData'
import { COUNTY_ZOOM, feedsToLoad } from './feedsToLoad'

/**
 * [west, south, east, north] of what the page opened on, once it is in: of its scope, else of the data that its map draws
 * first. Null before, and where that is the city as the catalog bounds it.
 */
export function useOpeningBounds(layers: readonly ResolvedLayer[]): Bounds | null {
  const { catalog } = useOpenedCity()
  const current = useView((view) => view.scope)
  const [opened] = useState(current)
  const scope = catalog.scopes.find(({ id }) => id === opened)
  const ofScope = useScopeBounds(scope)
  const ofData = useDataBounds(layers)
  return scope ? ofScope : ofData
}

function useScopeBounds(scope: { readonly id: string; readonly feed: string } | undefined): Bounds | null {
  const { catalogUrl, host } = useOpenedCity()
  const [reading] = useReadings(scope ? [scope.feed] : [])
  const { data } = useQuery({
    queryKey: [NOW, catalogUrl, 'scope-bounds', scope?.id],
    queryFn: scope && reading?.data ? () => host.scopeBounds(NOW, scope.id) : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  })
  return data ?? null
}

/** Watches the feeds of the first map come in, and loads none: that is up to whoever draws them. */
function useDataBounds(layers: readonly ResolvedLayer[]): Bounds | null {
  const city = useOpenedCity()
  const [feeds] = useState(() => {
    const { base, themed } = feedsToLoad(layers, COUNTY_ZOOM, [])
    const isOfCity = (id: string) => city.catalog.feeds.some((feed) => feed.id === id && feed.extent === 'city')
    return [...base, ...themed].filter(isOfCity)
  })
  const queries = useMemo(() => feeds.map((id) => ({ ...feedOptions(city, id), enabled: false })), [city, feeds])
  const readings = useQueries({ queries })
  const settled = readings.every(({ data, isError }) => data || isError)
  const stamp = settled ? JSON.stringify(readings.flatMap(({ data }) => (data?.bounds ? [data.bounds] : []))) : '[]'
  return useMemo(() => boundsOfData(JSON.parse(stamp), city.catalog.city.bounds), [stamp, city])
}
