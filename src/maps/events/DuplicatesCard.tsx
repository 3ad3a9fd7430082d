import { useWords } from '../../i18n/useWords'
import { useView } from '../../state/view'
import { Skeleton } from '../../ui/Skeleton'
import { CardMessage } from '../cards/CardMessage'
import { useCardRoom } from '../cards/CardRoom'
import { FeedCard } from '../cards/FeedCard'
import { useFeedAnswer } from '../cards/useFeedAnswer'
import { useCity } from '../data/CityContext'
import { scopeTitle } from '../data/scopeTitle'
import { isOutOfDate } from '../panels/feedStanding'
import { DuplicateLine } from './DuplicateLine'
import type { DuplicatesSpec } from './duplicatesSpec'
import styles from './HotSpotsCard.module.css'

/** Open cases that may be the same matter, so that two units are not sent to one place. */
export function DuplicatesCard({ spec }: { readonly spec: DuplicatesSpec }) {
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
          <ul className={styles.list}>
            {answer.first.map((group) => (
              <DuplicateLine key={group.cases.map(({ id }) => id).join(' ')} feed={feed} group={group} />
            ))}
          </ul>
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
