import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatWhen } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { quantityWords } from './alarmWords'
import styles from './DeviceDetail.module.css'

/** What is expected, how well such forecasts did in the past, and how well saying “as it is now” did. */
export function ForecastNote({ sheet, unit }: { readonly sheet: DeviceSheet; readonly unit: string | null }) {
  const words = useWords()
  const { t, language } = words
  const { forecast, now } = sheet
  const said = (value: number) => quantityWords(value, unit, words)
  if (forecast.kind === 'none') return <p className={styles.note}>{t(`sensing.forecast.none.${forecast.why}`)}</p>
  const { method, error, origins, within, points } = forecast
  const end = points.at(-1)
  // An error needs a figure more than a reading, or two that differ would read alike.
  const errorWords = (value: number) => {
    const figure = formatNumber(value, language, { decimals: value < 1 ? 3 : 2 })
    return unit ? `${figure} ${unit}` : figure
  }
  return (
    <section className={styles.forecast} aria-label={t('sensing.forecast.title')}>
      <h4>{t('sensing.forecast.title')}</h4>
      {end && (
        <p>
          {t('sensing.forecast.end', {
            time: formatWhen(end.time, language, now),
            value: said(end.value),
            low: said(end.low),
            high: said(end.high),
          })}
        </p>
      )}
      <p className={styles.note}>
        {t(`sensing.forecast.${method}`, {
          origins,
          ours: errorWords(error.seasonal),
          naive: errorWords(error.naive),
        })}
      </p>
      <p className={styles.note}>
        {t('sensing.forecast.band', { share: formatNumber(within * 100, language, { decimals: 0 }) })}
      </p>
    </section>
  )
}
