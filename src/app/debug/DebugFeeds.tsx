import { useWords } from '#i18n/useWords.ts'
import { FactList } from '#ui/FactList.tsx'
import { FeedStateBadge } from '#views/health/FeedStateBadge.tsx'
import { useFeedStandings } from '#views/health/useFeedStandings.ts'
import styles from './DebugPanel.module.css'

/** Characters of a hash that tell two readings apart. */
const SHORT = 8

/** Every feed that has been asked for: its rung, the beginning of the hash of its reading, and its revision since. */
export function DebugFeeds() {
  const { t, say } = useWords()
  const feeds = useFeedStandings().filter(({ state }) => state !== 'idle')
  const facts = feeds.map(({ feed, state, reading }) => ({
    label: feed.title ? say(feed.title) : feed.id,
    value: (
      <>
        <FeedStateBadge state={state} />
        {reading && <code title={reading.report.sha256}>{reading.report.sha256.slice(0, SHORT)}</code>}
        {reading && <span>{t('debug.revision', { n: reading.report.revision ?? 0 })}</span>}
      </>
    ),
  }))
  return (
    <>
      <h3 className={styles.group}>{t('debug.feeds', { count: feeds.length })}</h3>
      <FactList facts={facts} />
    </>
  )
}
