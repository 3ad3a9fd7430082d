import type { CardOf } from '#catalog/cards/cards.ts'
import { useWords } from '#i18n/useWords.ts'
import { LineList } from '#ui/LineList.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { FeedCard } from '#views/cards/FeedCard.tsx'
import { useFeedStanding } from '#views/cards/useFeedStanding.ts'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import type { Door } from '#views/doors/door.ts'
import type { FeedStanding } from '#views/health/feedStanding.ts'
import { noneInForce } from '#views/warnings/noneInForce.ts'
import { RefusedWarnings } from '#views/warnings/RefusedWarnings.tsx'
import { useWarnings } from './useWarnings'
import { WarningLine } from './WarningLine'
import styles from './WarningsCard.module.css'

/** The warnings in force, most severe first, and those that are given but have not begun. */
export function WarningsCard({ spec }: { readonly spec: CardOf<'warnings'> }) {
  const { t, say } = useWords()
  const { feed, inside } = spec
  const { now, ...standing } = useFeedStanding(feed)
  const { answer, fault, insideOf } = useWarnings(feed, inside)
  const door: Door = { to: 'list', feed, everywhere: true }
  const limit = spec.limit * useCardRoom()
  const coming = answer?.coming.slice(0, Math.max(1, limit - answer.inForce.length)) ?? []
  const shown = answer?.inForce.slice(0, limit) ?? []
  const hidden = answer ? answer.inForce.length + answer.coming.length - shown.length - coming.length : 0
  return (
    <FeedCard
      title={say(spec.title)}
      standing={standing}
      now={now}
      fault={fault}
      door={door}
      skeleton={<Skeleton shape="lines" lines={3} />}
      notes={answer && shown.length > 0 ? [t('hazards.card.inForce', { count: answer.inForce.length })] : []}
    >
      {answer && standing.reading && (
        <>
          {shown.length === 0 && <NoneInForce standing={standing} now={now} />}
          <RefusedWarnings report={standing.reading.report} />
          <LineList>
            {shown.map((warning) => (
              <WarningLine
                key={warning.id}
                feed={feed}
                warning={warning}
                specs={inside}
                counts={insideOf(warning.id)}
                now={now}
              />
            ))}
          </LineList>
          {coming.length > 0 && (
            <>
              <p className={styles.caption}>{t('hazards.card.coming')}</p>
              <LineList>
                {coming.map((warning) => (
                  <WarningLine
                    key={warning.id}
                    feed={feed}
                    warning={warning}
                    specs={inside}
                    counts={insideOf(warning.id)}
                    now={now}
                  />
                ))}
              </LineList>
            </>
          )}
          {hidden > 0 && (
            <CardMessage tone="quiet">
              <DoorTo door={door}>{t('cards.more', { count: hidden })}</DoorTo>
            </CardMessage>
          )}
        </>
      )}
    </FeedCard>
  )
}

/** That nothing is in force is said with the time of the data, and only of data that is current and all understood. */
function NoneInForce({ standing, now }: { readonly standing: FeedStanding; readonly now: number }) {
  const none = noneInForce(standing, now, useWords())
  if (!none.sure) return <CardMessage tone="quiet">{none.text}</CardMessage>
  return <p className={styles.none}>{none.text}</p>
}
