import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { formatScaled } from '#i18n/formatNumber.ts'
import { useWords } from '#i18n/useWords.ts'
import { useView } from '#state/view.ts'
import { Quantity } from '#ui/Quantity.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { CurrentFigure } from '#views/cards/CurrentFigure.tsx'
import { FeedCard } from '#views/cards/FeedCard.tsx'
import { useFeedAnswer } from '#views/cards/useFeedAnswer.ts'
import type { Door } from '#views/doors/door.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'

/**
 * One sum, or one count, over a feed in the scope on show. Of data that is not current there is no sum: the headline is a
 * dash, and the last known figure stands under it as that.
 */
export function TotalCard({ spec }: { readonly spec: CardOf<'total'> }) {
  const words = useWords()
  const { t, language, say } = words
  const city = useCity()
  const scope = useView((view) => view.scope)
  const { feed, sum, where } = spec
  const { answer, fault, standing, now } = useFeedAnswer(feed, ['total', sum, where, scope], (engine) =>
    engine.total({ feed, sum, where, scope }),
  )
  const door: Door = {
    to: 'list',
    feed,
    ...(where !== undefined && { part: { where, title: spec.title } }),
    ...(sum !== undefined && { sort: { column: sum, descending: true } }),
  }
  const unit = spec.unit ? say(spec.unit) : ''
  const figure = answer ? formatScaled(answer.value, language) : null
  return (
    <FeedCard
      title={say(spec.title)}
      standing={standing}
      now={now}
      fault={fault}
      door={door}
      notes={[scopeTitle(city, scope, words)]}
      skeleton={<Skeleton shape="figure" />}
    >
      {answer === undefined ? undefined : figure ? (
        <CurrentFigure
          value={{ figure: figure.figure, unit: `${figure.unit}${unit}` }}
          current={!isOutOfDate(standing)}
          door={door}
        />
      ) : (
        <>
          <Quantity value={{ figure: '—', unit: '' }} size="headline" />
          <CardMessage tone="quiet">{t('cards.emptyScope', { scope: scopeTitle(city, scope, words) })}</CardMessage>
        </>
      )}
    </FeedCard>
  )
}
