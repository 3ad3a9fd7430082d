import { formatAge } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import type { FeedStanding } from '../health/feedStanding'
import styles from './FreshnessNote.module.css'

/** Above an answer whose data is stale or of no known time: that it is the last known, and no current, one. */
export function FreshnessNote({ standing, now }: { readonly standing: FeedStanding; readonly now: number }) {
  const { t, language } = useWords()
  const { freshness, reading } = standing
  if (freshness !== 'stale' && freshness !== 'never') return null
  const asOf = reading?.report.asOf ?? null
  const age = asOf === null ? '' : formatAge(now - asOf, language)
  return (
    <p className={styles.note}>
      <Badge tone={freshness === 'stale' ? 'warn' : 'unknown'}>{t(`cards.notCurrent.${freshness}`, { age })}</Badge>
    </p>
  )
}
