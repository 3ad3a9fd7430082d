import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useWords } from '#i18n/useWords.ts'
import { useDisplay } from '#state/display.ts'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { ListCard } from '#views/cards/ListCard.tsx'
import { useCardScope } from '#views/cards/useCardScope.ts'
import { useFeedAnswer } from '#views/cards/useFeedAnswer.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { classLegend } from '#views/layers/classLegend.ts'
import { AttentionLine } from './AttentionLine'

/** Asked for after the shown properties; null where a feature has no English name. */
const ENGLISH_NAME = 'name_en'

/** What needs somebody now: the first lines of a feed by a property, each opening its feature. */
export function AttentionCard({ spec }: { readonly spec: CardOf<'attention'> }) {
  const words = useWords()
  const city = useCity()
  const theme = useDisplay((display) => display.theme)
  const scope = useCardScope(spec)
  const { feed, where, show } = spec
  const limit = spec.limit * useCardRoom()
  const sort = spec.sort === undefined ? undefined : { column: spec.sort, descending: spec.descending }
  const { answer, fault, standing, now } = useFeedAnswer(
    feed,
    ['attention', show, where, sort, limit, scope],
    (engine) => engine.rows({ feed, columns: [...show, ENGLISH_NAME], where, scope, sort, limit }),
  )
  const legends = show.map((property) => classLegend(city.catalog, feed, property, theme))
  const empty = isOutOfDate(standing) ? 'cards.emptyNotCurrent' : 'cards.emptyAttention'
  return (
    <ListCard
      title={spec.title}
      standing={standing}
      now={now}
      fault={fault}
      scope={scope}
      door={{
        to: 'list',
        feed,
        ...(where !== undefined && { part: { where, title: spec.title } }),
        ...(sort && { sort }),
        everywhere: spec.scope === 'all',
      }}
      limit={limit}
      list={
        answer && {
          lines: answer.rows.map((row) => (
            <AttentionLine key={row.mapId} feed={feed} row={row} show={show} legends={legends} />
          )),
          total: answer.total,
          remarks: answer.total === 0 ? [words.t(empty, { scope: scopeTitle(city, scope, words) })] : [],
        }
      }
    />
  )
}
