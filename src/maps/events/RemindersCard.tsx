import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useNow } from '#city/useNow.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Badge } from '#ui/Badge.tsx'
import { LineList } from '#ui/LineList.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { FeedCard } from '#views/cards/FeedCard.tsx'
import { useFeedAnswer } from '#views/cards/useFeedAnswer.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { ReminderLine } from './ReminderLine'
import styles from './RemindersCard.module.css'

const MINUTE = 60_000

/** 时限提醒: the cases that run out of time or have, the most pressing first, with what would help. Renewed by the minute. */
export function RemindersCard({ spec }: { readonly spec: CardOf<'reminders'> }) {
  const words = useWords()
  const { t, say } = words
  const city = useCity()
  const onShow = useView((view) => view.scope)
  const scope = spec.scope === 'all' ? null : onShow
  const limit = spec.limit * useCardRoom()
  const minute = Math.floor(useNow(MINUTE) / MINUTE)
  const { feed } = spec
  const { answer, fault, standing, now } = useFeedAnswer(feed, ['reminders', scope, limit, minute], (engine) =>
    engine.reminders({ feed, scope, limit }),
  )
  const counted = answer && answer.overdue + answer.dueSoon
  return (
    <FeedCard
      title={say(spec.title)}
      standing={standing}
      now={now}
      fault={fault}
      notes={[scopeTitle(city, scope, words), t('events.working')]}
      skeleton={<Skeleton shape="lines" lines={Math.min(limit, 5)} />}
    >
      {answer && counted !== undefined && (
        <>
          {counted > 0 && (
            <p className={styles.counts}>
              <Badge tone="bad">
                {t('events.reminders.overdue')} <b className={styles.count}>{answer.overdue}</b>
              </Badge>
              <Badge tone="warn">
                {t('events.reminders.dueSoon')} <b className={styles.count}>{answer.dueSoon}</b>
              </Badge>
            </p>
          )}
          <LineList>
            {answer.first.map((reminder) => (
              <ReminderLine key={reminder.mapId} feed={feed} reminder={reminder} now={now} />
            ))}
          </LineList>
          {counted === 0 && answer.unlimited === 0 && (
            <CardMessage tone="quiet">
              {t(isOutOfDate(standing) ? 'cards.emptyNotCurrent' : 'events.reminders.none', {
                scope: scopeTitle(city, scope, words),
              })}
            </CardMessage>
          )}
          {answer.unlimited > 0 && (
            <CardMessage tone="quiet">{t('events.reminders.noLimits', { count: answer.unlimited })}</CardMessage>
          )}
          {counted > answer.first.length && (
            <CardMessage tone="quiet">{t('cards.more', { count: counted - answer.first.length })}</CardMessage>
          )}
        </>
      )}
    </FeedCard>
  )
}
