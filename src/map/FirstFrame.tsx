import { useEffect } from 'react'
import { markFirstFrame } from '#state/page.ts'
import { useLivingMap } from './MapContext'

/** A map that cannot come to rest does not keep the panels waiting longer than this. */
const PATIENCE_MS = 4000

/** Tells when the map has first drawn some of the city. */
export function FirstFrame() {
  const { map } = useLivingMap()
  useEffect(() => {
    const look = (): void => {
      if (!Object.keys(map.getStyle().sources).some((id) => map.isSourceLoaded(id))) return
      map.off('render', look)
      markFirstFrame()
    }
    const timer = setTimeout(markFirstFrame, PATIENCE_MS)
    map.on('render', look)
    return () => {
      clearTimeout(timer)
      map.off('render', look)
    }
  }, [map])
  return null
}
