import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import { useReadings } from '#city/useFeed.ts'
import { NOW } from '#core/model/world.ts'
import { useView } from '#state/view.ts'

/**
 * [west, south, east, north] of the scope the page opened in, once its feed is in; null before, and when the page opened
 * on the whole city.
 */
export function useOpeningBounds(): readonly [number, number, number, number] | null {
  const { catalog, catalogUrl, host } = useOpenedCity()
  const current = useView((view) => view.scope)
  const [opened] = useState(current)
  const scope = catalog.scopes.find(({ id }) => id === opened)
  const [reading] = useReadings(scope ? [scope.feed] : [])
  const { data } = useQuery({
    queryKey: [NOW, catalogUrl, 'scope-bounds', scope?.id],
    queryFn: scope && reading?.data ? () => host.scopeBounds(NOW, scope.id) : skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
  })
  return data ?? null
}
