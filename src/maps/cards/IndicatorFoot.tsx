import { formatAge, formatDataTime } from '../../i18n/formatTime'
import { useWords } from '../../i18n/useWords'
import { useCity } from '../data/CityContext'
import { scopeTitle } from '../data/scopeTitle'
import { useNow } from '../data/useNow'
import { RowFreshnessBadge } from '../indicators/RowFreshnessBadge'
import type { RowView } from '../indicators/rowView'

interface Props {
  readonly view: RowView
  /** Scope the result was computed in; it may lag behind the one on show. */
  readonly scope: string | null
}

/** How a row's number is known, when its data is from, and the scope it holds for. */
export function IndicatorFoot({ view, scope }: Props) {
  const words = useWords()
  const { t, language } = words
  const city = useCity()
  const now = useNow()
  if (view.known === null) return null
  const { dataTime } = view
  return (
    <>
      <span>{scopeTitle(city, scope, words)}</span>
      <span>{t(`indicators.known.${view.known}`)}</span>
      {view.known !== 'unknown' && <RowFreshnessBadge freshness={view.freshness} />}
      {view.known !== 'unknown' && (
        <span>
          {dataTime === null
            ? t('cards.noTime')
            : t('indicators.ago', {
                time: t('cards.asOf', { time: formatDataTime(dataTime, language, now) }),
                age: formatAge(now - dataTime, language),
              })}
        </span>
      )}
    </>
  )
}
