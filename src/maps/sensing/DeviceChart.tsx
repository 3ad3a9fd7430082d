import { useWords } from '#i18n/useWords.ts'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import { useDrawn } from '#views/charts/useDrawn.ts'
import type { ChartContent } from './chartContent'
import styles from './DeviceChart.module.css'

const loadChart = async () => (await import('./chartsOfDevice')).openChart

interface Props {
  /** What the chart shows, in words. */
  readonly label: string
  /** Made anew only when the picture is another. */
  readonly content: ChartContent
}

/** A chart that is loaded when first seen. Its content is in the table beside it for those who cannot see it. */
export function DeviceChart({ label, content }: Props) {
  const { t } = useWords()
  const { place, busy, failed } = useDrawn(loadChart, content)
  if (failed) return <CardMessage tone="failing">{t('sensing.chart.failed')}</CardMessage>
  return <div ref={place} className={styles.chart} role="img" aria-label={label} aria-busy={busy} />
}
