import { useCity } from '#city/CityContext.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useNow } from '#city/useNow.ts'
import { formatAge, formatDataTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { RowFreshnessBadge } from '../rows/RowFreshnessBadge'
import type { RowView } from '../rows/rowView'

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
