import type { CardOf } from '#catalog/cards/cards.ts'
import { useNow } from '#city/useNow.ts'
import { formatAge } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Card } from '#ui/Card.tsx'
import { Opener } from '#ui/Opener.tsx'
import { Quantity } from '#ui/Quantity.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { FeedStateBadge } from '#views/health/FeedStateBadge.tsx'
import { type FeedStanding, type FeedState, summarizeFeeds } from '#views/health/feedStanding.ts'
import { openHealthPanel } from '#views/health/healthPanelState.ts'
import { useFeedStandings } from '#views/health/useFeedStandings.ts'
import styles from './FeedsCard.module.css'

const USUAL = 4
/** Worst first. */
const RANKS: readonly FeedState[] = ['failing', 'stale', 'late', 'never']

function needy(standings: readonly FeedStanding[]): readonly FeedStanding[] {
  return standings
    .filter(({ state }) => RANKS.includes(state))
    .sort((a, b) => RANKS.indexOf(a.state) - RANKS.indexOf(b.state))
}

/** Is the picture current: how many feeds are, which are not, and how much was quarantined. */
export function FeedsCard({ spec }: { readonly spec: CardOf<'feeds'> }) {
  const { t, language, say } = useWords()
  const standings = useFeedStandings()
  const now = useNow()
  const { all, live, unread, quarantined } = summarizeFeeds(standings)
  const troubled = needy(standings)
  const unreadWords = t('cards.feedsUnread', {
    count: unread.length,
    names: unread.map(({ feed }) => say(feed.title ?? { zh: feed.id })).join(language === 'en' ? ', ' : '、'),
  })
  const nothingKeptOut = t(unread.length > 0 ? 'cards.quarantinedNoneRead' : 'cards.quarantinedNone')
  const most = USUAL * useCardRoom()
  return (
    <Card
      title={spec.title ? say(spec.title) : t('cards.feedsTitle')}
      onOpen={openHealthPanel}
      openLabel={t('cards.open')}
      foot={
        // Of feeds that nobody could read it is not said that nothing in them was kept out.
        standings.some(({ reading }) => reading) && (
          <Opener title={t('cards.open')} onOpen={openHealthPanel}>
            {quarantined > 0 ? t('cards.quarantined', { count: quarantined }) : nothingKeptOut}
          </Opener>
        )
      }
    >
      <p className={styles.headline}>
        <Opener title={t('cards.open')} onOpen={openHealthPanel}>
          <Quantity value={{ figure: String(live), unit: `/ ${all}` }} size="number" /> {t('cards.feedsCurrent')}
        </Opener>
      </p>
      {unread.length > 0 && (
        <p className={styles.unread} title={unreadWords}>
          {unreadWords}
        </p>
      )}
      <ul className={styles.list}>
        {troubled.slice(0, most).map(({ feed, state, reading }) => (
          <li key={feed.id} className={styles.feed}>
            <span className={styles.name}>
              <Opener title={t('cards.open')} onOpen={openHealthPanel}>
                {feed.title ? say(feed.title) : feed.id}
              </Opener>
            </span>
            {reading && reading.report.asOf !== null && (
              <span className={styles.age}>{formatAge(now - reading.report.asOf, language)}</span>
            )}
            <FeedStateBadge state={state} />
          </li>
        ))}
      </ul>
      {troubled.length > most && (
        <p className={styles.age}>
          <Opener title={t('cards.open')} onOpen={openHealthPanel}>
            {t('cards.more', { count: troubled.length - most })}
          </Opener>
        </p>
      )}
    </Card>
  )
}
