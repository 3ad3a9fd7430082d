import { useEffect } from 'react'
import { useSelection } from '#state/selection.ts'
import { useLivingMap } from '../MapContext'
import { CAPTION, type Padding } from './CameraLink'
import { flyTo } from './cameraOf'

/** Nearer to a panel than this, pixels, a mark and its bubble would not stand clear. */
const MARGIN = 28

/** Brings the map to what is selected where a panel covers its place, or it is off the screen; once it stands still. */
export function KeepInFrame({ padding }: { readonly padding: Padding }) {
  const { map } = useLivingMap()
  const selection = useSelection((state) => state.selection)
  const [longitude, latitude] = (selection.kind === 'none' ? null : selection.at) ?? [null, null]
  const { top, right, bottom, left } = padding
  useEffect(() => {
    if (longitude === null || latitude === null) return
    const look = (): void => {
      if (map.isMoving()) {
        map.once('moveend', look)
        return
      }
      const { x, y } = map.project([longitude, latitude])
      const { clientWidth, clientHeight } = map.getContainer()
      const clear =
        x >= left + MARGIN &&
        x <= clientWidth - right - MARGIN &&
        y >= top + MARGIN &&
        y <= clientHeight - bottom - MARGIN - CAPTION
      if (!clear) flyTo([longitude, latitude], { zoom: map.getZoom() })
    }
    // After the flight that whoever selected it may have asked for.
    const frame = requestAnimationFrame(look)
    return () => {
      cancelAnimationFrame(frame)
      map.off('moveend', look)
    }
  }, [map, longitude, latitude, top, right, bottom, left])
  return null
}
