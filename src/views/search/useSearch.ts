import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useCity } from '#city/CityContext.ts'
import { faultText } from '#city/faultText.ts'
import { keptInWorld } from '#city/useAnswer.ts'
import { type SettledFeeds, useSettledFeeds } from '#city/useSettledFeeds.ts'
import type { SearchHit } from '#engine/engineApi.ts'

const LIMIT = 12
const NO_FEEDS: readonly string[] = []

export interface Search {
  /** What is looked for. */
  readonly wanted: string
  /** Undefined: none were found yet. Those of an earlier text stay while new ones are looked for. */
  readonly hits: readonly SearchHit[] | undefined
  /** The hits are of the very text in the box. */
  readonly current: boolean
  readonly fault: string | null
  readonly feeds: SettledFeeds
}

/** Looks a text up in the feeds of every layer, which are read once the search was used. */
export function useSearch(text: string, used: boolean): Search {
  const { catalog, catalogUrl, engine, world } = useCity()
  const wanted = useDeferredValue(text.trim())
  const layerFeeds = useMemo(() => [...new Set(catalog.layers.map(({ feed }) => feed))], [catalog])
  const feeds = useSettledFeeds(used ? layerFeeds : NO_FEEDS)
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: [world, catalogUrl, 'search', wanted, feeds.stamp],
    enabled: wanted !== '',
    queryFn: () => engine.search(wanted, LIMIT),
    placeholderData: keptInWorld(world),
    retry: false,
    networkMode: 'always',
  })
  const current = data !== undefined && !isPlaceholderData && wanted === text.trim()
  return { wanted, hits: data, current, fault: error && faultText(error), feeds }
}
