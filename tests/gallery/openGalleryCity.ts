import { QueryClient } from '@tanstack/react-query'
import type { Feature } from 'geojson'
import type { OpenedCity } from '#city/CityContext.ts'
import type { FeedReading } from '#city/feedQuery.ts'
import type { CityEngine } from '#engine/engineApi.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'
import { engineInLine, openInLine } from '../city/engineInLine'
import { CATALOG_URL, CITY_ORIGIN, openedCity } from '../city/InCity'
import { GALLERY_CITY, GALLERY_FEEDS, NOW, timeless } from './galleryCity'

/**
 * How every feed of a city stands: the rungs of freshness, `never` for data without a time; `kept` where the source fails
 * and what was read before stands in, `failing` where there is nothing; `empty` where a feed holds no features.
 */
export const RUNGS = ['live', 'late', 'stale', 'never', 'kept', 'failing', 'loading', 'empty'] as const
export type Rung = (typeof RUNGS)[number]

const HOUR = 3_600_000
/** How old the data is, in its rung. The cycle of every feed is six hours, and it is stale after twelve. */
const AGES: Partial<Record<Rung, number>> = { late: 8 * HOUR, stale: 20 * HOUR, kept: 8 * HOUR }

export interface GalleryCity {
  readonly city: OpenedCity
  readonly client: QueryClient
}

/** The gallery's city with all of its feeds on one rung: the real engine, and feeds that stay as they are. */
export function openGalleryCity(rung: Rung): GalleryCity {
  const now = NOW + (AGES[rung] ?? 0)
  const { engine, catalog, feedsByIndicator } = openInLine(GALLERY_CITY, now)
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false, networkMode: 'always' } } })
  for (const { id } of catalog.feeds) {
    const queryKey = ['feed', CATALOG_URL, id]
    const unreachable = FeedFault.unreachable(`${CITY_ORIGIN}${id}.geojson`)
    if (rung === 'loading') void client.prefetchQuery({ queryKey, queryFn: () => new Promise(() => {}) })
    else if (rung === 'failing') {
      engine.unreachable(id, unreachable.reason)
      const query = client.getQueryCache().build(client, { queryKey })
      query.setState({ status: 'error', error: unreachable })
    } else {
      const reading = read(engine, id, featuresOf(id, rung))
      client.setQueryData<FeedReading>(queryKey, {
        ...reading,
        ...(rung === 'kept' && { fromCopy: true, fault: unreachable.reason }),
        ...(rung === 'never' && { report: { ...reading.report, asOf: null } }),
      })
    }
  }
  return { city: openedCity({ catalog, feedsByIndicator, host: engineInLine(engine), now: () => now }), client }
}

function featuresOf(id: string, rung: Rung): readonly Feature[] {
  const features = GALLERY_FEEDS[id] ?? []
  if (rung === 'empty') return []
  return rung === 'never' ? features.map(timeless) : features
}

/** @throws for a feed that the door refuses as a whole */
function read(engine: CityEngine, id: string, features: readonly Feature[]): FeedReading {
  const text = JSON.stringify({ type: 'FeatureCollection', features })
  const admitted = engine.admit(id, new TextEncoder().encode(text))
  if (!admitted.ok) throw new FeedFault(id, admitted.reason)
  const { report, mapUrl, bounds, properties } = admitted
  return { report, mapUrl, bounds, properties, fetchedAt: NOW, fromCopy: false, fault: null }
}
