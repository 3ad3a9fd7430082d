import type { MapMouseEvent } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { useLivingMap } from '../MapContext'
import styles from './instruments.module.css'

/** Longitude and latitude under the pointer, WGS84, five decimals (about a metre). */
export function PointerCoordinates() {
  const { map } = useLivingMap()
  const text = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const write = ({ lngLat }: MapMouseEvent): void => {
      if (text.current) text.current.textContent = `${lngLat.lng.toFixed(5)}, ${lngLat.lat.toFixed(5)} WGS84`
    }
    const clear = (): void => {
      if (text.current) text.current.textContent = ''
    }
    map.on('mousemove', write)
    map.on('mouseout', clear)
    return () => {
      map.off('mousemove', write)
      map.off('mouseout', clear)
    }
  }, [map])
  return <span ref={text} className={styles.coordinates} aria-hidden="true" />
}
