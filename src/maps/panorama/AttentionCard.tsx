import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useWords } from '#i18n/useWords.ts'
import { useDisplay } from '#state/display.ts'
import { useView } from '#state/view.ts'
import { LineList } from '#ui/LineList.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { FeedCard } from '#views/cards/FeedCard.tsx'
import { useFeedAnswer } from '#views/cards/useFeedAnswer.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { classLegend } from '#views/layers/classLegend.ts'
import { AttentionLine } from './AttentionLine'

/** Asked for after the shown properties; null where a feature has no English name. */
const ENGLISH_NAME = 'name_en'

/** What needs somebody now: the first lines of a feed by a property, each opening its feature. */
export function AttentionCard({ spec }: { readonly spec: CardOf<'attention'> }) {
  const words = useWords()
  const { t, say } = words
  const city = useCity()
  const theme = useDisplay((display) => display.theme)
  const onShow = useView((view) => view.scope)
  const scope = spec.scope === 'all' ? null : onShow
  const { feed, where, show } = spec
  const limit = spec.limit * useCardRoom()
  const sort = spec.sort === undefined ? undefined : { column: spec.sort, descending: spec.descending }
  const { answer, fault, standing, now } = useFeedAnswer(
    feed,
    ['attention', show, where, sort, limit, scope],
    (engine) => engine.rows({ feed, columns: [...show, ENGLISH_NAME], where, scope, sort, limit }),
  )
  const legends = show.map((property) => classLegend(city.catalog, feed, property, theme))
  return (
    <FeedCard
      title={say(spec.title)}
      standing={standing}
      now={now}
      fault={fault}
      notes={[scopeTitle(city, scope, words)]}
      skeleton={<Skeleton shape="lines" lines={Math.min(limit, 5)} />}
    >
      {answer && (
        <>
          <LineList>
            {answer.rows.map((row) => (
              <AttentionLine key={row.mapId} feed={feed} row={row} show={show} legends={legends} />
            ))}
          </LineList>
          {answer.total === 0 && (
            <CardMessage tone="quiet">
              {t(isOutOfDate(standing) ? 'cards.emptyNotCurrent' : 'cards.emptyAttention', {
                scope: scopeTitle(city, scope, words),
              })}
            </CardMessage>
          )}
          {answer.total > answer.rows.length && (
            <CardMessage tone="quiet">{t('cards.more', { count: answer.total - answer.rows.length })}</CardMessage>
          )}
        </>
      )}
    </FeedCard>
  )
}
