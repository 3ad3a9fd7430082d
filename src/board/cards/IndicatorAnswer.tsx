import { useCity } from '#city/CityContext.ts'
import { formatQuantity } from '#i18n/formatQuantity.ts'
import { useWords } from '#i18n/useWords.ts'
import { Quantity } from '#ui/Quantity.tsx'
import { DoorTo } from '#views/doors/DoorTo.tsx'
import { StandingMark } from '#views/standing/StandingMark.tsx'
import { standingWords } from '#views/standing/standing.ts'
import { MetricBar } from '../inspector/MetricBar'
import { useNames } from '../inspector/useNames'
import { type RowView, restsOnOldData } from '../rows/rowView'
import { fractionWords, missingWords } from '../words/fractionWords'
import { nextStarWords } from '../words/nextStarWords'
import { rowWhy } from '../words/reasonWords'
import { checklistCount } from '../words/valueWords'
import styles from './IndicatorAnswer.module.css'
import { IndicatorMetricLine } from './IndicatorMetricLine'

/** The headline number of a row with its star, its bar to the four-star line, and what is missing. */
export function IndicatorAnswer({ view }: { readonly view: RowView }) {
  const words = useWords()
  const city = useCity()
  const { row, result, head, standing } = view
  const checklist = row.metrics.length === 0 ? checklistCount(view) : null
  const figure = checklist
    ? { figure: `${checklist.met}`, unit: `/ ${checklist.of}` }
    : formatQuantity(head?.result.value ?? null, head?.metric.unit ?? 'count', words.language)
  const fraction = head && fractionWords(city, row.id, head.metric.id, head.result, words)
  const missing = head && missingWords(city, row.id, head.metric.id, head.result, words)
  const why = rowWhy(view, words, useNames(row))
  const door = { to: 'row', indicator: row.id, metric: head?.metric.id ?? null } as const
  const others = row.metrics.filter((metric) => metric.id !== head?.metric.id)
  return (
    <>
      <div className={styles.top}>
        <DoorTo door={door}>
          <Quantity value={figure} size="headline" stale={restsOnOldData(view)} />
        </DoorTo>
        <span className={styles.standing}>
          <StandingMark standing={standing} size="large" />
          <span className={styles.star}>{standingWords(standing, words)}</span>
        </span>
      </div>
      {head && row.metrics.length > 1 && <p className={styles.metric}>{words.say(head.metric.name)}</p>}
      {head?.metric.unit === 'ratio' && (
        <div className={styles.bar}>
          <MetricBar row={row} metric={head.metric} result={head.result} labelled />
        </div>
      )}
      <p className={styles.facts}>
        {fraction && (
          <span>
            <DoorTo door={door}>{fraction}</DoorTo>
          </span>
        )}
        {missing && (
          <span className={styles.missing}>
            <DoorTo door={door}>{missing}</DoorTo>
          </span>
        )}
        <span className={styles.next}>
          {why === null ? nextStarWords(view, words, head?.metric.id) : words.t('indicators.why.prefix', { why })}
        </span>
      </p>
      {others.map((metric) => {
        const other = result?.metrics[metric.id]
        return other ? <IndicatorMetricLine key={metric.id} view={view} metric={metric} result={other} /> : null
      })}
    </>
  )
}
