import { formatNumber } from '../../i18n/formatNumber'
import { sayIn } from '../../i18n/language'
import { useWords } from '../../i18n/useWords'
import { useDisplay } from '../../state/display'
import { useView } from '../../state/view'
import { Skeleton } from '../../ui/Skeleton'
import { Sparkbar, type SparkbarItem } from '../../ui/Sparkbar'
import { useCity } from '../data/CityContext'
import { scopeTitle } from '../data/scopeTitle'
import { isOutOfDate } from '../panels/feedStanding'
import { sayValue } from '../panels/sayValue'
import type { BreakdownSpec } from './breakdownSpec'
import { CardMessage } from './CardMessage'
import { useCardRoom } from './CardRoom'
import { classLegend } from './classLegend'
import { FeedCard } from './FeedCard'
import { useFeedAnswer } from './useFeedAnswer'

const SHOWN = 6

/** How many features have which value of a property, in the words and colours of the map. */
export function BreakdownCard({ spec }: { readonly spec: BreakdownSpec }) {
  const words = useWords()
  const { t, language, say } = words
  const city = useCity()
  const theme = useDisplay((display) => display.theme)
  const scope = useView((view) => view.scope)
  const { feed, by, where } = spec
  const { answer, fault, standing, now } = useFeedAnswer(feed, ['breakdown', by, where, scope], (engine) =>
    engine.breakdown({ feed, by, where, scope }),
  )
  const legend = classLegend(city.catalog, feed, by, theme)
  const total = answer?.reduce((sum, { count }) => sum + count, 0) ?? 0
  const listed = answer && inOrder(answer, spec.order)
  const room = SHOWN * useCardRoom()
  const most = listed && listed.length <= room + 1 ? room + 1 : room
  const items = listed?.slice(0, most).map(({ value, count }): SparkbarItem => {
    const entry = legend.get(value)
    const label = entry ? sayIn(entry.title, language) : value === '' ? t('cards.none') : sayValue(by, value, language)
    return { key: value, label, value: count, text: formatNumber(count, language), color: entry?.color }
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
          },
        ]
      : items
  return (
    <FeedCard
      title={say(spec.title)}
      standing={standing}
      now={now}
      fault={fault}
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
