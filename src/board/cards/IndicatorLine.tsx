import { formatQuantity } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { openRow } from '#state/lists.ts'
import { Quantity } from '#ui/Quantity.tsx'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import { StandingMark } from '#views/standing/StandingMark.tsx'
import { MetricBar } from '../inspector/MetricBar'
import { RowFreshnessBadge } from '../rows/RowFreshnessBadge'
import { type RowView, restsOnOldData } from '../rows/rowView'
import styles from './IndicatorLine.module.css'

/** A row that belongs with a headline, in one line: name, value, star, bar. Opens its row. */
export function IndicatorLine({ view }: { readonly view: RowView }) {
  const { t, language, say } = useWords()
  const { row, head, standing } = view
  const name = say(row.name)
  return (
    <div className={styles.line}>
      <button
        type="button"
        className={styles.name}
        title={t('cards.openRow', { name })}
        onClick={() => openRow(row.id)}
      >
        {name}
      </button>
      <span className={styles.value}>
        {view.known !== 'unknown' && <RowFreshnessBadge freshness={view.freshness} />}
        <DoorTo door={{ to: 'row', indicator: row.id, metric: head?.metric.id ?? null }}>
          <Quantity
            value={formatQuantity(head?.result.value ?? null, head?.metric.unit ?? 'count', language)}
            stale={restsOnOldData(view)}
          />
        </DoorTo>
      </span>
      <StandingMark standing={standing} />
      {head && (
        <span className={styles.bar}>
          <MetricBar row={row} metric={head.metric} result={head.result} size="small" />
        </span>
      )}
    </div>
  )
}
