import { useTranslation } from 'react-i18next'
import { duration, SETTLE } from '../camera/cameraOf'
import { useLivingMap } from '../MapContext'
import styles from './instruments.module.css'

export function ZoomButtons() {
  const { map } = useLivingMap()
  const { t } = useTranslation()
  const buttons = [
    { label: t('map.zoomIn'), by: 1, path: 'M12 5V19M5 12H19' },
    { label: t('map.zoomOut'), by: -1, path: 'M5 12H19' },
  ]
  return buttons.map(({ label, by, path }) => (
    <button
      key={by}
      type="button"
      className={styles.button}
      title={label}
      aria-label={label}
      onClick={() => map.easeTo({ zoom: map.getZoom() + by, duration: duration(SETTLE) })}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
      </svg>
    </button>
  ))
}
