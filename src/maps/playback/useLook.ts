import { useCallback, useRef } from 'react'
import { lookAt } from '../../state/clock'
import { usePlayback } from '../../state/playback'
import { useCity } from '../data/CityContext'

/**
 * Goes to a moment (epoch milliseconds) or back to now (null). While the engine is on its way to one moment, of those wished
 * for meanwhile only the last is gone to.
 */
export function useLook(): (at: number | null) => void {
  const { engine } = useCity()
  const wish = useRef<{ readonly at: number | null } | null>(null)
  const busy = useRef(false)
  return useCallback(
    (at) => {
      wish.current = { at }
      if (busy.current) return
      busy.current = true
      const go = async () => {
        while (wish.current) {
          const { at: next } = wish.current
          wish.current = null
          await engine.look(next, usePlayback.getState().axis)
          lookAt(next)
        }
      }
      go()
        .catch((error: unknown) => console.warn('playback:', error))
        .finally(() => {
          busy.current = false
        })
    },
    [engine],
  )
}
