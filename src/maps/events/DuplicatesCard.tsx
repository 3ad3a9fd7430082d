import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useWords } from '#i18n/useWords.ts'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { ListCard } from '#views/cards/ListCard.tsx'
import { useCardScope } from '#views/cards/useCardScope.ts'
import { useFeedAnswer } from '#views/cards/useFeedAnswer.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { casesDoor } from './casesDoor'
import { DuplicateLine } from './DuplicateLine'

/** Open cases that may be the same matter, so that two units are not sent to one place. */
export function DuplicatesCard({ spec }: { readonly spec: CardOf<'duplicates'> }) {
  const words = useWords()
  const { t } = words
  const city = useCity()
  const scope = useCardScope(spec)
  const limit = spec.limit * useCardRoom()
  const { feed } = spec
  const { answer, fault, standing, now } = useFeedAnswer(feed, ['duplicates', scope, limit], (engine) =>
    engine.duplicates({ feed, scope, limit }),
  )
  const none = isOutOfDate(standing) ? 'cards.emptyNotCurrent' : 'events.duplicates.none'
  return (
    <ListCard
      title={spec.title}
      standing={standing}
      now={now}
      fault={fault}
      scope={scope}
      door={casesDoor(spec, 'open')}
      limit={limit}
      list={
        answer && {
          lines: answer.first.map((group) => (
            <DuplicateLine key={group.cases.map(({ id }) => id).join(' ')} feed={feed} group={group} />
          )),
          total: answer.groups,
          remarks:
            answer.groups === 0
              ? [t(none, { scope: scopeTitle(city, scope, words) })]
              : answer.groups > answer.first.length
                ? []
                : [t('events.duplicates.how')],
        }
      }
    />
  )
}
