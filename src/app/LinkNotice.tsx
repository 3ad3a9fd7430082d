import { useTranslation } from 'react-i18next'
import { dismissLink, useLink } from '#state/page.ts'
import styles from './Notice.module.css'

/** Says which parts of the opened link could not be honoured. */
export function LinkNotice() {
  const { t } = useTranslation()
  const { unknown, missing } = useLink()
  if (unknown.length === 0 && !missing) return null
  return (
    <div className={styles.notice} role="status">
      <span>
        {unknown.length > 0 && t('app.linkUnknown', { parts: unknown.join('、') })}
        {missing && t('app.linkMissing', missing)}
      </span>
      <button type="button" className={styles.button} onClick={dismissLink}>
        {t('app.dismiss')}
      </button>
    </div>
  )
}
