import { useTranslation } from 'react-i18next'
import { setView, useView } from '#state/view.ts'
import styles from './instruments.module.css'

/** Lets the buildings stand up, or lays them flat. */
export function BuildingsToggle() {
  const { t } = useTranslation()
  const standing = useView((view) => view.buildings3d)
  return (
    <button
      type="button"
      className={styles.button}
      title={t('map.buildings3d')}
      aria-label={t('map.buildings3d')}
      aria-pressed={standing}
      onClick={() => setView({ buildings3d: !standing })}
    >
      3D
    </button>
  )
}
