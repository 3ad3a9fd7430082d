import { useWords } from '#i18n/useWords.ts'
import styles from './SearchBox.module.css'
import type { Search } from './useSearch'

/** Under the hits: what can be typed, that nothing was found, and what could not be looked through. */
export function SearchStatus({ search: { wanted, hits, fault, feeds } }: { readonly search: Search }) {
  const { t } = useWords()
  return (
    <div role="status" className={styles.status}>
      {wanted === '' && <p>{t('shell.search.hint')}</p>}
      {fault !== null && <p>{t('shell.search.failed', { why: fault })}</p>}
      {wanted !== '' && fault === null && hits?.length === 0 && feeds.settled && (
        <p>
          {t('shell.search.none', { text: wanted })} {t('shell.search.noneHint')}
        </p>
      )}
      {!feeds.settled && (
        <p>
          {t('shell.search.loading')} ·{' '}
          {t('shell.search.loaded', { done: feeds.loaded + feeds.unreadable.length, of: feeds.total })}
        </p>
      )}
      {feeds.settled && feeds.unreadable.length > 0 && (
        <p>{t('shell.search.partial', { count: feeds.unreadable.length })}</p>
      )}
    </div>
  )
}
