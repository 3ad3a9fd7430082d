import { useEffect } from 'react'
import { NO_SELECTION, select, useSelection } from '#state/selection.ts'
import { setView, useView } from '#state/view.ts'
import { hearHands } from '#ui/hearHands.ts'

/**
 * A selection on a wall stands this long, milliseconds, after the last hand on it: time to read a sheet aloud and to talk
 * it over, and short enough that nobody who comes in later takes it for the state of the city.
 */
export const LETS_GO_AFTER = 120_000

/** Lets a wall's selection go after a while, and takes the map back to where it was before. */
export function useLetGo(): void {
  const selection = useSelection((state) => state.selection)
  const isNone = selection.kind === 'none'
  useEffect(() => {
    if (isNone) return
    const { camera } = useView.getState()
    let timer: ReturnType<typeof setTimeout>
    const letGo = (): void => {
      select(NO_SELECTION)
      if (camera) setView({ camera })
    }
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(letGo, LETS_GO_AFTER)
    }
    wait()
    const stop = hearHands(wait)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [isNone])
}
