import type { MetricResult } from '#core/model/evaluation.ts'
import type { StandardMetric } from '#core/model/standard.ts'
import { formatQuantity } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { Quantity } from '#ui/Quantity.tsx'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import { MetricBar } from '../inspector/MetricBar'
import { type RowView, restsOnOldData } from '../rows/rowView'
import styles from './IndicatorLine.module.css'

interface Props {
  readonly view: RowView
  readonly metric: StandardMetric
  readonly result: MetricResult
}

/** Another metric of the row in one line: name, value, bar. */
export function IndicatorMetricLine({ view, metric, result }: Props) {
  const { language, say } = useWords()
  return (
    <div className={styles.line}>
      <span className={styles.name}>{say(metric.name)}</span>
      <DoorTo door={{ to: 'row', indicator: view.row.id, metric: metric.id }}>
        <Quantity value={formatQuantity(result.value, metric.unit, language)} stale={restsOnOldData(view)} />
      </DoorTo>
      <span className={styles.bar}>
        <MetricBar row={view.row} metric={metric} result={result} size="small" />
      </span>
    </div>
  )
}
