import { useCity } from '#city/CityContext.ts'
import type { MetricResult } from '#core/model/evaluation.ts'
import type { StandardMetric, StandardRow } from '#core/model/standard.ts'
import { formatQuantity } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { openRow } from '#state/lists.ts'
import { Quantity } from '#ui/Quantity.tsx'
import { fractionWords } from '../words/fractionWords'
import styles from './BoardTable.module.css'

interface Props {
  readonly row: StandardRow
  readonly metric: StandardMetric
  readonly result: MetricResult
  readonly stale: boolean
}

/** A metric of a compound row; opens the row at this metric. */
export function BoardMetric({ row, metric, result, stale }: Props) {
  const words = useWords()
  const city = useCity()
  const fraction = fractionWords(city, row.id, metric.id, result, words)
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
