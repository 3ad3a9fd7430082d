import { useCallback } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { MapDiff } from '#core/model/feature.ts'

/** Lets the map's sources follow their feeds through the engine: each asks for its next change when it has drawn the last. */
export function useFollowFeed() {
  const { engine } = useCity()
  return useCallback(
    (feed: string, url: string, reads: ReadonlySet<string> | null, apply: (diff: MapDiff) => Promise<void>) => {
      let stopped = false
      let view: number | null = null
      const close = () => {
        if (view !== null) engine.closeMapView(view).catch(() => {})
      }
      const run = async () => {
        view = await engine.openMapView(feed, url, reads)
        if (stopped) return close()
        while (view !== null) {
          const diff = await engine.nextMapDiff(view)
          if (stopped || !diff) return
          await apply(diff)
        }
      }
      run().catch((error: unknown) => console.warn(`map: ${feed}:`, error))
      return () => {
        stopped = true
        close()
      }
    },
    [engine],
  )
}
