import type { MetricResult } from '../../core/model/evaluation'
import type { StandardMetric } from '../../core/model/standard'
import { formatQuantity } from '../../i18n/formatQuantity'
import { useWords } from '../../i18n/useWords'
import { Quantity } from '../../ui/Quantity'
import { MetricBar } from '../indicators/MetricBar'
import { type RowView, restsOnOldData } from '../indicators/rowView'
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
      <Quantity value={formatQuantity(result.value, metric.unit, language)} stale={restsOnOldData(view)} />
      <span className={styles.bar}>
        <MetricBar row={view.row} metric={metric} result={result} size="small" />
      </span>
    </div>
  )
}
