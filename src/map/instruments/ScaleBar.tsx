import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLivingMap } from '../MapContext'
import styles from './instruments.module.css'
import { metresPerPixel, scaleLength } from './scaleLength'

/** Longest bar at a desk, pixels. */
const WIDEST = 96

/** Length on the ground at the middle of the map; follows the camera without passing through React. */
export function ScaleBar({ scale }: { readonly scale: number }) {
  const { map } = useLivingMap()
  const { t } = useTranslation()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const draw = (): void => {
      const element = bar.current
      if (!element) return
      const { metres, pixels } = scaleLength(metresPerPixel(map.getCenter().lat, map.getZoom()), WIDEST * scale)
      element.style.width = `${pixels}px`
      element.textContent =
        metres >= 1000 ? t('map.kilometres', { value: metres / 1000 }) : t('map.metres', { value: metres })
    }
    draw()
    map.on('move', draw)
    return () => {
      map.off('move', draw)
    }
  }, [map, t, scale])
  return <div ref={bar} className={styles.scale} />
}
