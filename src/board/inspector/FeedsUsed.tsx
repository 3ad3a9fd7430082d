import { useCity } from '#city/CityContext.ts'
import { useNow } from '#city/useNow.ts'
import { formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { feedTitle } from '#views/facts/featureName.ts'
import { FeedStateBadge } from '#views/health/FeedStateBadge.tsx'
import { useFeedStandings } from '#views/health/useFeedStandings.ts'
import { EvidenceFeedFacts } from '../evidence/EvidenceFeedFacts'
import styles from './IndicatorInspector.module.css'

/** The feeds a row is computed from, each with the time of its data, its freshness, what the door let in, and its hash. */
export function FeedsUsed({ indicator }: { readonly indicator: string }) {
  const { t, language, say } = useWords()
  const { catalog, feedsByIndicator } = useCity()
  const now = useNow()
  const used = new Set(feedsByIndicator[indicator])
  const standings = useFeedStandings().filter(({ feed }) => used.has(feed.id))
  return (
    <section className={styles.list} aria-label={t('indicators.inspector.feeds')}>
      <h4 className={styles.heading}>{t('indicators.inspector.feeds')}</h4>
      <ul>
        {standings.map(({ feed, state, reading }) => (
          <li key={feed.id}>
            <div className={styles.entry}>
              <span className={styles.entryName}>{say(feedTitle(catalog, feed.id))}</span>
              <span className={styles.entryFacts}>
                {reading && reading.report.asOf !== null && formatTime(reading.report.asOf, language, now)}
                <FeedStateBadge state={state} />
              </span>
            </div>
            <EvidenceFeedFacts report={reading?.report ?? null} />
          </li>
        ))}
      </ul>
    </section>
  )
}
