import type { MetricResult } from '../../core/model/evaluation'
import type { StandardMetric, StandardRow } from '../../core/model/standard'
import { formatQuantity } from '../../i18n/formatQuantity'
import { useWords } from '../../i18n/useWords'
import { Quantity } from '../../ui/Quantity'
import { useCity } from '../data/CityContext'
import styles from './BoardTable.module.css'
import { fractionWords } from './fractionWords'
import { openRow } from './openRow'

interface Props {
  readonly row: StandardRow
  readonly metric: StandardMetric
  readonly result: MetricResult
  readonly stale: boolean
}

/** A metric of a compound row; opens the row at this metric. */
export function BoardMetric({ row, metric, result, stale }: Props) {
  const words = useWords()
  const { catalog } = useCity()
  const fraction = fractionWords(catalog, row.id, metric.id, result, words)
  return (
    <tr className={`${styles.metric} ${stale ? styles.stale : ''}`} onClick={() => openRow(row.id, metric.id)}>
      <td />
      <th scope="row">
        {words.say(metric.name)}
        {fraction && <span className={styles.fraction}>{fraction}</span>}
      </th>
      <td className={styles.figure}>
        <Quantity value={formatQuantity(result.value, metric.unit, words.language)} stale={stale} />
      </td>
      <td className={styles.units} />
      <td className={styles.known} />
    </tr>
  )
}
