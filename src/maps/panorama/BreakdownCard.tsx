import type { CardOf } from '#catalog/cards/cards.ts'
import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { sayIn } from '#i18n/sayIn.ts'
import { useWords } from '#i18n/useWords.ts'
import { useDisplay } from '#state/display.ts'
import { useView } from '#state/view.ts'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Sparkbar, type SparkbarItem } from '#ui/Sparkbar.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { useCardRoom } from '#views/cards/CardRoom.ts'
import { FeedCard } from '#views/cards/FeedCard.tsx'
import { useFeedAnswer } from '#views/cards/useFeedAnswer.ts'
import type { Door } from '#views/doors/door.ts'
import { useDoors } from '#views/doors/useDoors.ts'
import { sayValue } from '#views/facts/sayValue.ts'
import { isOutOfDate } from '#views/health/feedStanding.ts'
import { classLegend } from '#views/layers/classLegend.ts'

const SHOWN = 6

/** How many features have which value of a property, in the words and colours of the map. */
export function BreakdownCard({ spec }: { readonly spec: CardOf<'breakdown'> }) {
  const words = useWords()
  const { t, language, say } = words
  const city = useCity()
  const theme = useDisplay((display) => display.theme)
  const scope = useView((view) => view.scope)
  const { feed, by, where } = spec
  const { answer, fault, standing, now } = useFeedAnswer(feed, ['breakdown', by, where, scope], (engine) =>
    engine.breakdown({ feed, by, where, scope }),
  )
  const open = useDoors()
  const doorTo = (values: readonly string[]): Door => ({
    to: 'list',
    feed,
    ...(where !== undefined && { part: { where, title: spec.title } }),
    ...(values.length > 0 && { filter: { [by]: values } }),
  })
  const legend = classLegend(city.catalog, feed, by, theme)
  const total = answer?.reduce((sum, { count }) => sum + count, 0) ?? 0
  const listed = answer && inOrder(answer, spec.order)
  const room = SHOWN * useCardRoom()
  const most = listed && listed.length <= room + 1 ? room + 1 : room
  const items = listed?.slice(0, most).map(({ value, count }): SparkbarItem => {
    const entry = legend.get(value)
    const label = entry ? sayIn(entry.title, language) : value === '' ? t('cards.none') : sayValue(by, value, language)
    const text = formatNumber(count, language)
    return { key: value, label, value: count, text, color: entry?.color, onOpen: () => open(doorTo([value])) }
  })
  const rest = listed?.slice(most) ?? []
  const restCount = rest.reduce((sum, { count }) => sum + count, 0)
  const shown =
    items && rest.length > 0
      ? [
          ...items,
          {
            key: ' rest',
            label: t('cards.other', { count: rest.length }),
            value: restCount,
            text: formatNumber(restCount, language),
            onOpen: () => open(doorTo(rest.map(({ value }) => value))),
          },
        ]
      : items
  return (
    <FeedCard
      title={say(spec.title)}
      standing={standing}
      now={now}
      fault={fault}
      door={doorTo([])}
      notes={[
        scopeTitle(city, scope, words),
        ...(shown && shown.length > 1
          ? [
              t(isOutOfDate(standing) ? 'cards.lastKnownTotal' : 'cards.total', {
                count: formatNumber(total, language),
              }),
            ]
          : []),
      ]}
      skeleton={<Skeleton shape="lines" lines={5} />}
    >
      {shown &&
        (shown.length > 0 ? (
          <Sparkbar items={shown} label={say(spec.title)} />
        ) : (
          <CardMessage tone="quiet">{t('cards.emptyScope', { scope: scopeTitle(city, scope, words) })}</CardMessage>
        ))}
    </FeedCard>
  )
}

/** The values named in `order` first, in that order; the others as they come. */
function inOrder<T extends { readonly value: string }>(counts: readonly T[], order: readonly string[]): readonly T[] {
  const rank = ({ value }: T) => (order.includes(value) ? order.indexOf(value) : order.length)
  return counts.toSorted((a, b) => rank(a) - rank(b))
}
