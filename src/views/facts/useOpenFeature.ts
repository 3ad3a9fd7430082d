import { useCallback } from 'react'
import { useCity } from '#city/CityContext.ts'
import { pickFeature } from './pickFeature'

/** Selects a feature of a feed by its map id and brings the map to it; nothing where it is gone. */
export function useOpenFeature(): (feed: string, mapId: number) => void {
  const { engine } = useCity()
  return useCallback(
    (feed, mapId) => {
      const open = async () => {
        const detail = await engine.feature(feed, mapId)
        if (detail) pickFeature(detail)
      }
      open().catch((error: unknown) => console.warn('feature:', error))
    },
    [engine],
  )
}
