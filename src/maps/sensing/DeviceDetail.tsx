import { useMemo } from 'react'
import { useNow } from '#city/useNow.ts'
import type { FeatureDetail } from '#engine/engineApi.ts'
import { formatNumber } from '#i18n/formatNumber.ts'
import { formatTime, formatWhen } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { palettes } from '#layers/palettes.ts'
import { useDisplay } from '#state/display.ts'
import { FactList } from '#ui/FactList.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import { Sparkline } from '#ui/Sparkline.tsx'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { featureName } from '#views/facts/featureName.ts'
import { quantityWords } from './alarmWords'
import { chartContent } from './chartContent'
import { DeviceAlarms } from './DeviceAlarms'
import { DeviceChart } from './DeviceChart'
import styles from './DeviceDetail.module.css'
import { ForecastNote } from './ForecastNote'
import { ReadingTable } from './ReadingTable'
import { ReportingBadge, reportingWords } from './ReportingBadge'
import { useDeviceSheet } from './useDeviceSheet'

const figure = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** A device at the desk: whether it reports and why so, its alarms, its readings with gaps and limits, and a forecast. */
export function DeviceDetail({ detail }: { readonly detail: FeatureDetail }) {
  const words = useWords()
  const { t, language } = words
  const now = useNow()
  const { sheet, fault } = useDeviceSheet(detail.feed, detail.id)
  const { value, low, high, unit: unitGiven } = detail.properties
  const unit = typeof unitGiven === 'string' ? unitGiven : null
  const limits = [
    figure(low) === null ? null : t('sensing.device.low', { value: quantityWords(figure(low), unit, words) }),
    figure(high) === null ? null : t('sensing.device.high', { value: quantityWords(figure(high), unit, words) }),
  ].filter((limit) => limit !== null)
  const why = sheet ? reportingWords(sheet, now, words) : null

  return (
    <section className={styles.detail} aria-label={t('sensing.device.title')}>
      <FactList
        facts={[
          {
            label: t('sensing.device.reporting'),
            value: sheet?.reporting && (
              <>
                <ReportingBadge state={sheet.reporting.state} />
                <span className={styles.note}>{why}</span>
              </>
            ),
          },
          {
            label: t('sensing.device.value'),
            value: (
              <>
                <strong className={styles.value}>{quantityWords(figure(value), unit, words)}</strong>
                <span className={styles.note}>
                  {detail.time === null ? t('sensing.device.never') : formatWhen(detail.time, language, now)}
                </span>
                {sheet && <Sparkline values={sheet.trail} label={t('sensing.device.day')} />}
              </>
            ),
          },
          {
            label: t('sensing.device.limits'),
            value: limits.length > 0 ? limits.join(language === 'en' ? ', ' : '，') : t('sensing.device.noLimits'),
          },
        ]}
      />
      {fault !== null && <CardMessage tone="failing">{t('sensing.device.failed', { why: fault })}</CardMessage>}
      {sheet === undefined && fault === null && <Skeleton shape="lines" lines={4} />}
      {sheet && <DeviceAlarms detail={detail} sheet={sheet} unit={unit} now={now} />}
      {sheet && sheet.pieces.length === 0 && <p className={styles.note}>{t('sensing.device.noReadings')}</p>}
      {sheet && sheet.pieces.length > 0 && (
        <Readings detail={detail} sheet={sheet} unit={unit} low={figure(low)} high={figure(high)} />
      )}
    </section>
  )
}

interface ReadingsProps {
  readonly detail: FeatureDetail
  readonly sheet: NonNullable<ReturnType<typeof useDeviceSheet>['sheet']>
  readonly unit: string | null
  readonly low: number | null
  readonly high: number | null
}

/** The chart, what it foretells and how well, and the same as a table. */
function Readings({ detail, sheet, unit, low, high }: ReadingsProps) {
  const words = useWords()
  const { t, language } = words
  const theme = useDisplay((display) => display.theme)
  // The sheet comes again every second, its parts only when they change: the chart is drawn anew for those, and each minute.
  const { pieces, gaps, forecast } = sheet
  const now = Math.floor(sheet.now / 60_000) * 60_000
  const content = useMemo(() => {
    const said = (value: number) => quantityWords(value, unit, words)
    const naive = forecast.kind === 'forecast' && forecast.method === 'naive'
    return chartContent({
      sheet: { pieces, gaps, forecast, now },
      low,
      high,
      palette: palettes[theme],
      font: { family: 'Noto Sans SC Variable, sans-serif', size: 12 },
      words: {
        forecast: t(naive ? 'sensing.chart.naive' : 'sensing.chart.forecast'),
        band: t('sensing.chart.band'),
        gap: t('sensing.chart.gap'),
        low: t('sensing.chart.low', { value: low === null ? '' : said(low) }),
        high: t('sensing.chart.high', { value: high === null ? '' : said(high) }),
        now: t('sensing.chart.now'),
        value: said,
        time: (time) => formatTime(time, language, now),
        tick: (time) => {
          const said = formatTime(time, language, now)
          return said.endsWith('00:00') ? said.slice(0, -6) : said.slice(-5)
        },
        figure: (figure) => formatNumber(figure, language),
      },
    })
  }, [pieces, gaps, forecast, now, low, high, unit, theme, words, t, language])
  const name = featureName(detail, language) ?? detail.id
  return (
    <>
      <DeviceChart label={t('sensing.chart.label', { name })} content={content} />
      <ForecastNote sheet={sheet} unit={unit} />
      <ReadingTable sheet={sheet} unit={unit} />
    </>
  )
}
