import { useCallback } from 'react'
import { useCity } from '#city/CityContext.ts'
import type { AsyncCityEngine } from '#engine/engineApi.ts'
import { lookAt } from '#state/clock.ts'
import { usePlayback } from '#state/playback.ts'

/** Where an engine is on its way to, and the last wish since. One for the page: slider, button and key wish alike. */
interface Way {
  wish: { readonly at: number | null } | null
  busy: boolean
}

const ways = new WeakMap<AsyncCityEngine, Way>()

/**
 * Goes to a moment (epoch milliseconds) or back to now (null). While the engine is on its way to one moment, of those wished
 * for meanwhile, whoever wishes, only the last is gone to.
 */
export function useLook(): (at: number | null) => void {
  const { engine } = useCity()
  return useCallback(
    (at) => {
      const way = ways.get(engine) ?? { wish: null, busy: false }
      ways.set(engine, way)
      way.wish = { at }
      if (way.busy) return
      way.busy = true
      const go = async () => {
        while (way.wish) {
          const { at: next } = way.wish
          way.wish = null
          await engine.look(next, usePlayback.getState().axis)
          lookAt(next)
        }
      }
      go()
        .catch((error: unknown) => console.warn('playback:', error))
        .finally(() => {
          way.busy = false
        })
    },
    [engine],
  )
}
