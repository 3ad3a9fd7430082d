import { useWords } from '#i18n/useWords.ts'
import styles from './SkipToMap.module.css'

/** For the keyboard: past the bar, straight to the map. Not a link, since the hash is the view's. */
export function SkipToMap() {
  const { t } = useWords()
  return (
    <button
      type="button"
      className={styles.skip}
      onClick={() => document.querySelector<HTMLElement>('.maplibregl-canvas')?.focus()}
    >
      {t('shell.skipToMap')}
    </button>
  )
}
