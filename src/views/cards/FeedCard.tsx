import type { ReactNode } from 'react'
import { formatTime } from '#i18n/formatTime.ts'
import { sayIn } from '#i18n/sayIn.ts'
import { useWords } from '#i18n/useWords.ts'
import { Card } from '#ui/Card.tsx'
import type { Door } from '../doors/door'
import { useDoors } from '../doors/useDoors'
import { type FeedStanding, isOutOfDate } from '../health/feedStanding'
import { CardMessage } from './CardMessage'
import { FeedFoot } from './FeedFoot'
import { FreshnessNote } from './FreshnessNote'
import quiet from './FreshnessNote.module.css'

interface Props {
  readonly title: string
  readonly standing: FeedStanding
  readonly now: number
  /** Why the engine has no answer, or null. */
  readonly fault: string | null
  /** Shown until the first answer, in the shape of what comes. */
  readonly skeleton: ReactNode
  /** The answer, or undefined while there is none. */
  readonly children: ReactNode | undefined
  /** What the card is about, as a list. */
  readonly door: Door
  /** Stand before the time of the data, such as the scope and a sum. */
  readonly notes?: readonly string[] | undefined
}

/**
 * A card about one feed: loading, failing with what is still true, or its answer with the time of the data. An answer
 * whose data is stale or of no known time is quieter, and said to be the last known one.
 */
export function FeedCard({ title, standing, now, fault, skeleton, children, door, notes = [] }: Props) {
  const { t, language, say } = useWords()
  const open = useDoors()
  const { reading, feed } = standing
  const name = feed.title ? say(feed.title) : feed.id
  const coming = children === undefined && !standing.fault && fault === null
  const foot = (
    <>
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
      <FeedFoot standing={standing} now={now} />
    </>
  )
  return (
    <Card title={title} foot={foot} onOpen={() => open(door)} openLabel={t('cards.open')} busy={coming}>
      {standing.fault && (
        <CardMessage tone="failing">
          {reading
            ? t('cards.failingCopy', { feed: name, since: formatTime(reading.fetchedAt, language, now) })
            : t('cards.failing', { feed: name })}
          {' · '}
          {sayIn(standing.fault, language)}
          {!reading && ` · ${t('cards.failingNothing')}`}
        </CardMessage>
      )}
      {fault !== null && <CardMessage tone="failing">{t('cards.answerFailed', { why: fault })}</CardMessage>}
      {children === undefined ? (
        coming && skeleton
      ) : isOutOfDate(standing) ? (
        <>
          <FreshnessNote standing={standing} now={now} />
          <div className={quiet.quiet} data-freshness={standing.freshness}>
            {children}
          </div>
        </>
      ) : (
        children
      )}
    </Card>
  )
}
