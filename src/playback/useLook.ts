import { useCallback } from 'react'
import { type OpenedCity, useOpenedCity } from '#city/CityContext.ts'
import { NOW, type World } from '#core/model/world.ts'
import { usePlayback } from '#state/playback.ts'
import { showWorld } from '#state/world.ts'

/** Where a city is on its way to, and the last wish since. One for the page: slider, button and key wish alike. */
interface Way {
  wish: { readonly at: number | null } | null
  busy: boolean
}

const ways = new WeakMap<OpenedCity['host'], Way>()

/**
 * Goes to a moment (epoch milliseconds) or back to now (null). A moment is shown once the engine has it ready; of those
 * wished for meanwhile, whoever wishes, only the last is gone to.
 */
export function useLook(): (at: number | null) => void {
  const { host } = useOpenedCity()
  return useCallback(
    (at) => {
      const way = ways.get(host) ?? { wish: null, busy: false }
      ways.set(host, way)
      way.wish = { at }
      if (way.busy) return
      way.busy = true
      const go = async () => {
        while (way.wish) {
          const { at: next } = way.wish
          way.wish = null
          const world: World = next === null ? NOW : { kind: 'past', at: next, axis: usePlayback.getState().axis }
          await host.prepare(world)
          showWorld(world)
        }
      }
      go()
        .catch((error: unknown) => console.warn('playback:', error))
        .finally(() => {
          way.busy = false
        })
    },
    [host],
  )
}
