import { useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { type Freshness, leastFresh } from '#core/model/time.ts'
import { useFeedStandings } from '#views/health/useFeedStandings.ts'

/**
 * Rows computed from at least one feed that is not live, with the least fresh of their feeds; feeds not read yet count
 * for nothing. The same map until the freshness of one of its feeds changes.
 */
export function useRowFreshness(): ReadonlyMap<string, Freshness> {
  const { feedsByIndicator } = useCity()
  const aged = useFeedStandings().filter(({ freshness }) => freshness !== null && freshness !== 'live')
  const key = JSON.stringify(aged.map(({ feed, freshness }) => [feed.id, freshness]))
  return useMemo(() => {
    const byFeed = new Map<string, Freshness>(JSON.parse(key))
    const rows = Object.entries(feedsByIndicator).map(
      ([row, feeds]) => [row, leastFresh(feeds.map((feed) => byFeed.get(feed) ?? 'live'))] as const,
    )
    return new Map(rows.filter(([, freshness]) => freshness !== 'live'))
  }, [feedsByIndicator, key])
}
