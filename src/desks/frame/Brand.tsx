import { useCity } from '#city/CityContext.ts'
import { useWords } from '#i18n/useWords.ts'
import styles from './Brand.module.css'

/** The city's name, and the words the catalog wants beside it (such as: demonstration data). */
export function Brand() {
  const { catalog } = useCity()
  const { t, say } = useWords()
  const { name, notice } = catalog.city
  return (
    <div className={styles.brand}>
      <h1 className={styles.name}>
        {say(name)}
        <span className={styles.app}>{t('shell.app')}</span>
      </h1>
      {notice && (
        <span className={styles.notice} title={say(notice)}>
          {say(notice)}
        </span>
      )}
    </div>
  )
}
