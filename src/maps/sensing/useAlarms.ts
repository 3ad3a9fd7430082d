import type { Catalog } from '#catalog/schema.ts'
import { useCity } from '#city/CityContext.ts'
import { type Answer, useAnswer } from '#city/useAnswer.ts'
import type { AlarmsAnswer } from '#engine/devices/alarmVerbs.ts'

/** The alarms that stand in a scope, asked for again whenever a device, or what is done about an alarm, changes. */
export function useAlarms(feed: string, scope: string | null, limit: number): Answer<AlarmsAnswer> {
  const { catalog } = useCity()
  const scopeFeed = catalog.scopes.find(({ id }) => id === scope)?.feed
  return useAnswer({
    feeds: scopeFeed === undefined ? [feed] : [feed, scopeFeed],
    topics: ['alarms'],
    key: ['alarms', feed, scope, limit],
    ask: (engine) => engine.alarms({ feed, scope, limit }),
  })
}

/** Feeds of devices that alarm rules watch over. */
export const watchedFeeds = ({ feeds }: Pick<Catalog, 'feeds'>): readonly string[] =>
  feeds.filter(({ record, rules }) => record === 'device' && rules).map(({ id }) => id)
