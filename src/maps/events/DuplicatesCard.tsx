import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { LineList } from '#ui/LineList.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { FeedCard } from '#views/cards/FeedCard.tsx'
import { useFeedAnswer } from '#views/cards/useFeedAnswer.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { DuplicateLine } from './DuplicateLine'

/** Open cases that may be the same matter, so that two units are not sent to one place. */
export function DuplicatesCard({ spec }: { readonly spec: CardOf<'duplicates'> }) {
  const words = useWords()
  const { t, say } = words
  const city = useCity()
  const onShow = useView((view) => view.scope)
  const scope = spec.scope === 'all' ? null : onShow
  const limit = spec.limit * useCardRoom()
  const { feed } = spec
  const { answer, fault, standing, now } = useFeedAnswer(feed, ['duplicates', scope, limit], (engine) =>
    engine.duplicates({ feed, scope, limit }),
  )
  const empty = isOutOfDate(standing) ? 'cards.emptyNotCurrent' : 'events.duplicates.none'
  return (
    <FeedCard
      title={say(spec.title)}
      standing={standing}
      now={now}
      fault={fault}
      notes={[scopeTitle(city, scope, words)]}
      skeleton={<Skeleton shape="lines" lines={Math.min(limit, 3)} />}
    >
      {answer && (
        <>
          <LineList>
            {answer.first.map((group) => (
              <DuplicateLine key={group.cases.map(({ id }) => id).join(' ')} feed={feed} group={group} />
            ))}
          </LineList>
          <CardMessage tone="quiet">
            {answer.groups === 0
              ? t(empty, { scope: scopeTitle(city, scope, words) })
              : answer.groups > answer.first.length
                ? t('cards.more', { count: answer.groups - answer.first.length })
                : t('events.duplicates.how')}
          </CardMessage>
        </>
      )}
    </FeedCard>
  )
}
