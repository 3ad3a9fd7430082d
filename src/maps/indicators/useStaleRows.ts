import { useMemo } from 'react'
import { useCity } from '../data/CityContext'
import { useFeedStandings } from '../panels/useFeedStandings'

/** Ids of the rows measured from at least one feed whose data is stale. */
export function useStaleRows(): ReadonlySet<string> {
  const { feedsByIndicator } = useCity()
  const standings = useFeedStandings()
  return useMemo(() => {
    const stale = new Set(standings.filter(({ state }) => state === 'stale').map(({ feed }) => feed.id))
    const rows = Object.entries(feedsByIndicator).filter(([, feeds]) => feeds.some((feed) => stale.has(feed)))
    return new Set(rows.map(([id]) => id))
  }, [feedsByIndicator, standings])
}
