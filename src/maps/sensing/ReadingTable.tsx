import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'
import { formatWhen } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { quantityWords } from './alarmWords'
import styles from './DeviceDetail.module.css'

/** Newest readings that a table shows. */
const NEWEST = 24

/** The chart as a table: the newest readings, the stretches without any, and the forecast. */
export function ReadingTable({ sheet, unit }: { readonly sheet: DeviceSheet; readonly unit: string | null }) {
  const words = useWords()
  const { t, language } = words
  const { pieces, gaps, forecast, now } = sheet
  const readings = pieces.flat().slice(-NEWEST).reverse()
  const said = (value: number) => quantityWords(value, unit, words)
  const when = (time: number) => formatWhen(time, language, now)
  return (
    <details className={styles.table}>
      <summary>{t('sensing.chart.table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('sensing.chart.time')}</th>
            <th scope="col">{t('sensing.chart.readings')}</th>
            <th scope="col">{t('sensing.chart.range')}</th>
          </tr>
        </thead>
        <tbody>
          {forecast.kind === 'forecast' &&
            forecast.points.toReversed().map(({ time, value, low, high }) => (
              <tr key={time} className={styles.expected}>
                <th scope="row">{when(time)}</th>
                <td>
                  {t(forecast.method === 'naive' ? 'sensing.chart.naive' : 'sensing.chart.forecast')} {said(value)}
                </td>
                <td>{`${said(low)} – ${said(high)}`}</td>
              </tr>
            ))}
          {readings.map(([time, value]) => (
            <tr key={time}>
              <th scope="row">{when(time)}</th>
              <td>{said(value)}</td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      {gaps.length > 0 && (
        <p>
          {t('sensing.chart.gaps', { count: gaps.length })}
          {gaps.map(([from, to]) => (
            <span key={from}>{t('sensing.device.from', { from: when(from), to: when(to) })}</span>
          ))}
        </p>
      )}
    </details>
  )
}
