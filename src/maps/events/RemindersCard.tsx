import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useNow } from '#city/useNow.ts'
import type { Reminders } from '#engine/cases/caseVerbs.ts'
import { useWords } from '#i18n/useWords.ts'
import { Badge } from '#ui/Badge.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { ListCard } from '#views/cards/ListCard.tsx'
import { useCardScope } from '#views/cards/useCardScope.ts'
import { useFeedAnswer } from '#views/cards/useFeedAnswer.ts'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import type { Door } from '#views/doors/door.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { ReminderLine } from './ReminderLine'
import styles from './RemindersCard.module.css'

const MINUTE = 60_000

/** 时限提醒: the cases that run out of time or have, the most pressing first, with what would help. Renewed by the minute. */
export function RemindersCard({ spec }: { readonly spec: CardOf<'reminders'> }) {
  const words = useWords()
  const { t } = words
  const city = useCity()
  const scope = useCardScope(spec)
  const limit = spec.limit * useCardRoom()
  const minute = Math.floor(useNow(MINUTE) / MINUTE)
  const { feed } = spec
  const { answer, fault, standing, now } = useFeedAnswer(feed, ['reminders', scope, limit, minute], (engine) =>
    engine.reminders({ feed, scope, limit }),
  )
  const doorTo = (...clock: readonly string[]): Door => ({
    to: 'list',
    feed,
    filter: { clock },
    sort: { column: 'due', descending: false },
    everywhere: spec.scope === 'all',
  })
  return (
    <ListCard
      title={spec.title}
      standing={standing}
      now={now}
      fault={fault}
      scope={scope}
      door={doorTo('超期', '临期')}
      notes={[t('events.working')]}
      limit={limit}
      list={answer && listOf(answer)}
    />
  )

  function listOf({ overdue, dueSoon, unlimited, ahead, first }: Reminders) {
    const total = overdue + dueSoon
    const none = isOutOfDate(standing) ? 'cards.emptyNotCurrent' : 'events.reminders.none'
    return {
      head: total > 0 && (
        <p className={styles.counts}>
          <DoorTo door={doorTo('超期')}>
            <Badge tone="bad">
              {t('events.reminders.overdue')} <b className={styles.count}>{overdue}</b>
            </Badge>
          </DoorTo>
          <DoorTo door={doorTo('临期')}>
            <Badge tone="warn">
              {t('events.reminders.dueSoon')} <b className={styles.count}>{dueSoon}</b>
            </Badge>
          </DoorTo>
        </p>
      ),
      lines: first.map((reminder) => <ReminderLine key={reminder.mapId} feed={feed} reminder={reminder} now={now} />),
      total,
      remarks: [
        ...(total === 0 && unlimited + ahead === 0 ? [t(none, { scope: scopeTitle(city, scope, words) })] : []),
        ...(unlimited > 0 ? [t('events.reminders.noLimits', { count: unlimited })] : []),
        ...(ahead > 0 ? [t('events.reminders.ahead', { count: ahead })] : []),
      ],
    }
  }
}
