import { formatAge, formatTime } from '../../i18n/formatTime'
import { useWords } from '../../i18n/useWords'
import type { FeedStanding } from '../panels/feedStanding'
import styles from './FeedFoot.module.css'

/** The quiet line under a card: the time of its data, and its age where it is late or stale. */
export function FeedFoot({ standing, now }: { readonly standing: FeedStanding; readonly now: number }) {
  const { t, language, say } = useWords()
  const { reading, state, feed } = standing
  if (!reading) return null
  const { asOf } = reading.report
  const age = asOf === null ? '' : formatAge(now - asOf, language)
  return (
    <>
      <span>{asOf === null ? t('cards.noTime') : t('cards.asOf', { time: formatTime(asOf, language, now) })}</span>
      {state === 'stale' && <span>{t('cards.stale', { age })}</span>}
      {state === 'late' && <span>{t('cards.late', { age })}</span>}
      <span className={styles.feed}>{feed.title ? say(feed.title) : feed.id}</span>
    </>
  )
}
