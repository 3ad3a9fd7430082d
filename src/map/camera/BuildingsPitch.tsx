import { useEffect, useRef } from 'react'
import { useView } from '#state/view.ts'
import { useLivingMap } from '../MapContext'
import { duration, FLIGHT } from './cameraOf'

const STANDING_PITCH = 55

/** Tilts the camera when the buildings stand up, and lays it flat again with them. */
export function BuildingsPitch() {
  const { map } = useLivingMap()
  const standing = useView((view) => view.buildings3d)
  const known = useRef(standing)
  useEffect(() => {
    if (known.current === standing) return
    known.current = standing
    map.easeTo({ pitch: standing ? STANDING_PITCH : 0, duration: duration(FLIGHT) })
  }, [map, standing])
  return null
}
