import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { duration, SETTLE } from '../camera/cameraOf'
import { useLivingMap } from '../MapContext'
import styles from './instruments.module.css'

/** Points north; a click turns the map north up. */
export function NorthArrow() {
  const { map } = useLivingMap()
  const { t } = useTranslation()
  const needle = useRef<SVGGElement>(null)
  useEffect(() => {
    const turn = (): void => needle.current?.setAttribute('transform', `rotate(${-map.getBearing()} 12 12)`)
    turn()
    map.on('rotate', turn)
    return () => {
      map.off('rotate', turn)
    }
  }, [map])
  return (
    <button
      type="button"
      className={styles.button}
      title={t('map.northUp')}
      aria-label={t('map.northUp')}
      onClick={() => map.easeTo({ bearing: 0, duration: duration(SETTLE) })}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <g ref={needle}>
          <path d="M12 2.5L16 12H8Z" fill="currentColor" />
          <path d="M12 21.5L8 12H16Z" fill="none" stroke="currentColor" strokeWidth="1.2" />
        </g>
      </svg>
    </button>
  )
}
