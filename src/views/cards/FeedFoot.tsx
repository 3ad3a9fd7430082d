import { formatAge, formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import type { FeedStanding } from '../health/feedStanding'
import styles from './FeedFoot.module.css'

/** The quiet line under a card: the time of its data, and its rung of freshness as word and shape where it is not live. */
export function FeedFoot({ standing, now }: { readonly standing: FeedStanding; readonly now: number }) {
  const { t, language, say } = useWords()
  const { reading, freshness, feed } = standing
  if (!reading) return null
  const { asOf } = reading.report
  const age = asOf === null ? '' : formatAge(now - asOf, language)
  return (
    <>
      {asOf === null ? (
        <Badge tone="unknown">{t('cards.noTime')}</Badge>
      ) : (
        <span>
          {t(reading.report.asOfReading ? 'cards.readAt' : 'cards.asOf', { time: formatTime(asOf, language, now) })}
        </span>
      )}
      {freshness === 'stale' && <Badge tone="warn">{t('cards.stale', { age })}</Badge>}
      {freshness === 'late' && <Badge tone="late">{t('cards.late', { age })}</Badge>}
      <span className={styles.feed}>{feed.title ? say(feed.title) : feed.id}</span>
    </>
  )
}
