import { useCallback, useEffect, useRef } from 'react'
import { useOpenedCity } from '#city/CityContext.ts'
import type { MapDiff } from '#core/model/feature.ts'
import { useWorldOnShow, worldOnShow } from '#state/world.ts'

/**
 * Lets the map's sources follow their feeds through the engine, in the world on show: each asks for its next change when
 * it has drawn the last.
 */
export function useFollowFeed() {
  const { host } = useOpenedCity()
  const world = useWorldOnShow()
  const views = useRef(new Set<number>())

  useEffect(() => {
    for (const view of views.current) {
      host.turnMapView(view, world).catch((error: unknown) => console.warn('map:', error))
    }
  }, [host, world])

  return useCallback(
    (feed: string, url: string, reads: ReadonlySet<string> | null, apply: (diff: MapDiff) => Promise<void>) => {
      let stopped = false
      let view: number | null = null
      const close = () => {
        if (view === null) return
        views.current.delete(view)
        host.closeMapView(view).catch(() => {})
      }
      const run = async () => {
        const opened = worldOnShow()
        view = await host.openMapView(opened, feed, url, reads)
        if (stopped) return close()
        views.current.add(view)
        // Another world was chosen while the view was being opened.
        if (worldOnShow() !== opened) await host.turnMapView(view, worldOnShow())
        while (view !== null) {
          const diff = await host.nextMapDiff(view)
          if (stopped || !diff) return
          await apply(diff)
        }
      }
      run().catch((error: unknown) => {
        // Its number may be another's in an engine that was started anew.
        if (view !== null) views.current.delete(view)
        view = null
        console.warn(`map: ${feed}:`, error)
      })
      return () => {
        stopped = true
        close()
      }
    },
    [host],
  )
}
