import { useEffect, useRef } from 'react'
import { setView, useView } from '#state/view.ts'
import { useLivingMap } from '../MapContext'
import { cameraOf, duration, FLIGHT, SETTLE, sameCamera, takeControls } from './cameraOf'
import { watchHand } from './watchHand'

export interface Padding {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

interface CameraLinkProps {
  readonly bounds: readonly [number, number, number, number]
  readonly opening: readonly [number, number, number, number] | null
  readonly padding: Padding
}

/** Street level: a single place is shown with its surroundings. */
const PLACE_ZOOM = 15.5
const MARGIN = 32
/** Below stand the scale bar and the notice of the map, too. */
export const CAPTION = 36
/** Between what is flown to and the panels. */
const CLEAR = { top: MARGIN, right: MARGIN, bottom: MARGIN + CAPTION, left: MARGIN }

/** The camera's ties: the start, the panels' padding, flights asked for, and the shared link, in which it is mirrored at rest. */
export function CameraLink({ bounds, opening, padding }: CameraLinkProps) {
  const { map } = useLivingMap()
  const { top, right, bottom, left } = padding
  const start = useRef<{ map: typeof map | null; waits: boolean }>({ map: null, waits: false })

  useEffect(() => {
    const inset = { top, right, bottom, left }
    if (start.current.map === map) {
      map.easeTo({ padding: inset, duration: duration(SETTLE) })
      return
    }
    const { camera } = useView.getState()
    start.current = { map, waits: !camera }
    map.setPadding(inset)
    if (camera) {
      const { longitude, latitude, zoom, bearing, pitch } = camera
      map.jumpTo({ center: [longitude, latitude], zoom, bearing, pitch })
    } else {
      const [west, south, east, north] = bounds
      map.fitBounds([west, south, east, north], { padding: MARGIN, duration: 0 })
    }
  }, [map, bounds, top, right, bottom, left])

  useEffect(() => {
    const stay = (event: { originalEvent?: unknown }): void => {
      if (event.originalEvent) start.current.waits = false
    }
    map.on('movestart', stay)
    if (opening && start.current.waits) {
      start.current.waits = false
      const [west, south, east, north] = opening
      map.fitBounds([west, south, east, north], { padding: MARGIN, duration: duration(FLIGHT) })
    }
    return () => {
      map.off('movestart', stay)
    }
  }, [map, opening])

  useEffect(() => {
    const mirror = (): void => {
      const camera = cameraOf(map)
      const known = useView.getState().camera
      if (!known || !sameCamera(known, camera)) setView({ camera })
    }
    map.on('moveend', mirror)
    const follow = useView.subscribe(({ camera }, previous) => {
      if (!camera || camera === previous.camera || sameCamera(camera, cameraOf(map))) return
      const { longitude, latitude, zoom, bearing, pitch } = camera
      hand.whenFree(() =>
        map.easeTo({ center: [longitude, latitude], zoom, bearing, pitch, duration: duration(FLIGHT) }),
      )
    })
    const hand = watchHand(map.getCanvasContainer())
    const land = takeControls(({ target, zoom }) =>
      hand.whenFree(() => {
        start.current.waits = false
        if (target.length === 2) {
          const [longitude, latitude] = target
          const level = zoom ?? Math.max(map.getZoom(), PLACE_ZOOM)
          map.flyTo({ center: [longitude, latitude], zoom: level, duration: duration(FLIGHT) })
        } else {
          const [west, south, east, north] = target
          map.fitBounds([west, south, east, north], {
            padding: CLEAR,
            maxZoom: zoom ?? 16.5,
            duration: duration(FLIGHT),
          })
        }
      }),
    )
    return () => {
      map.off('moveend', mirror)
      follow()
      land()
      hand.stop()
    }
  }, [map])
  return null
}
