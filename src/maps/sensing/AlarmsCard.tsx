import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { FeedCard } from '#views/cards/FeedCard.tsx'
import { useCardScope } from '#views/cards/useCardScope.ts'
import { useFeedStanding } from '#views/cards/useFeedStanding.ts'
import type { Door } from '#views/doors/door.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { AlarmList } from './AlarmList'
import { useAlarms } from './useAlarms'

const ALARMS: Door = { to: 'tool', desk: 'respond', tool: 'alarms' }

/** The alarms that stand, the most severe first, each with the rule that fired. */
export function AlarmsCard({ spec }: { readonly spec: CardOf<'alarms'> }) {
  const words = useWords()
  const city = useCity()
  const hands = useView((view) => view.workspace !== 'screen')
  const scope = useCardScope(spec)
  const { feed } = spec
  const { now, ...standing } = useFeedStanding(feed)
  const limit = spec.limit * useCardRoom()
  const { answer, fault } = useAlarms(feed, scope, limit)
  return (
    <FeedCard
      title={words.say(spec.title)}
      standing={standing}
      now={now}
      fault={fault}
      door={ALARMS}
      notes={[scopeTitle(city, scope, words)]}
      skeleton={<Skeleton shape="lines" lines={Math.min(limit, 5)} />}
    >
      {answer && standing.reading && (
        <AlarmList
          answer={answer}
          scope={scope}
          now={now}
          hands={hands}
          current={!isOutOfDate(standing)}
          door={ALARMS}
        />
      )}
    </FeedCard>
  )
}
