import { useMemo } from 'react'
import { feedInRole } from '#catalog/roles.ts'
import type { Catalog } from '#catalog/schema.ts'
import { useCity } from '#city/CityContext.ts'
import { type JobAnswer, useJobAnswer } from '#city/useJobAnswer.ts'
import type { GapList } from '#engine/engineApi.ts'

/** Records whose features are places of a city; the engine counts those in a gap. */
const PLACES = new Set(['place', 'hospital', 'shelter'])

/** Feeds that say what lies in a gap. */
function feedsBeside(catalog: Catalog): readonly string[] {
  const named = [catalog.roles.people?.feed, feedInRole(catalog, 'towns')?.id].flatMap((id) => id ?? [])
  return [...named, ...catalog.feeds.flatMap(({ id, record }) => (PLACES.has(record) ? [id] : []))]
}

/** The gaps of a metric in a scope, in the world on show. */
export function useGapList(indicator: string, metric: string, scope: string | null): JobAnswer<GapList> {
  const { catalog, feedsByIndicator } = useCity()
  const feeds = useMemo(
    () => [...new Set([...(feedsByIndicator[indicator] ?? []), ...feedsBeside(catalog)])].sort(),
    [catalog, feedsByIndicator, indicator],
  )
  return useJobAnswer({
    feeds,
    verb: 'gapList',
    key: [indicator, metric, scope],
    ask: (engine, job, progress) => engine.gapList({ scope, indicator, metric, job }, progress),
  })
}
