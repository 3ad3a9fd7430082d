import { useCity } from '#city/CityContext.ts'
import { AlarmsPanel } from './AlarmsPanel'
import { watchedFeeds } from './watchedFeeds'

/** The alarms of every feed that is watched over. */
export function WatchedAlarms() {
  const { catalog } = useCity()
  return watchedFeeds(catalog).map((feed) => <AlarmsPanel key={feed} feed={feed} />)
}
