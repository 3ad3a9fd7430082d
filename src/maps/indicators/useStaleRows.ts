import { useMemo } from 'react'
import { useCity } from '../data/CityContext'
import { useFeedStandings } from '../panels/useFeedStandings'

/** Ids of the rows measured from at least one feed whose data is stale. The same set until one joins or leaves. */
export function useStaleRows(): ReadonlySet<string> {
  const { feedsByIndicator } = useCity()
  const standings = useFeedStandings()
  const ids = standings.flatMap(({ state, feed }) => (state === 'stale' ? [feed.id] : [])).join(' ')
  return useMemo(() => {
    const stale = new Set(ids.split(' '))
    const rows = Object.entries(feedsByIndicator).filter(([, feeds]) => feeds.some((feed) => stale.has(feed)))
    return new Set(rows.map(([id]) => id))
  }, [feedsByIndicator, ids])
}
