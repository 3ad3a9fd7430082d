import { useEffect, useRef, useState } from 'react'
import { useWords } from '#i18n/useWords.ts'
import { CardMessage } from '#views/cards/CardMessage.tsx'
import type { ChartContent } from './chartContent'
import type { DrawnChart } from './chartsOfDevice'
import styles from './DeviceChart.module.css'

interface Props {
  /** What the chart shows, in words. */
  readonly label: string
  /** Made anew only when the picture is another. */
  readonly content: ChartContent
}

/** A chart that is loaded when first seen. Its content is in the table beside it for those who cannot see it. */
export function DeviceChart({ label, content }: Props) {
  const { t } = useWords()
  const place = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<DrawnChart | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let opened: DrawnChart | null = null
    let left = false
    import('./chartsOfDevice').then(
      ({ openChart }) => {
        if (left || !place.current) return
        opened = openChart(place.current)
        setChart(opened)
      },
      () => setFailed(true),
    )
    return () => {
      left = true
      opened?.close()
      setChart(null)
    }
  }, [])

  useEffect(() => {
    chart?.draw(content)
  }, [chart, content])

  if (failed) return <CardMessage tone="failing">{t('sensing.chart.failed')}</CardMessage>
  return <div ref={place} className={styles.chart} role="img" aria-label={label} aria-busy={chart === null} />
}
