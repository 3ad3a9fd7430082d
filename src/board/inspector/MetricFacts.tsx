import { useCity } from '#city/CityContext.ts'
import { measureOf } from '#city/methodOf.ts'
import { scopeTitle } from '#city/scopeTitle.ts'
import { useNow } from '#city/useNow.ts'
import type { MetricResult } from '#core/model/evaluation.ts'
import type { StandardMetric } from '#core/model/standard.ts'
import { formatMeasure, formatQuantity, joinFigure } from '#i18n/formatQuantity.ts'
import { formatAge, formatTime } from '#i18n/formatTime.ts'
import { useWords } from '#i18n/useWords.ts'
import { Quantity } from '#ui/Quantity.tsx'
import { RowFreshnessBadge } from '../rows/RowFreshnessBadge'
import { type RowView, restsOnOldData } from '../rows/rowView'
import { missingWords } from '../words/fractionWords'
import { parameterWords } from '../words/parameterWords'
import { exclusionWords, unknownWords } from '../words/reasonWords'
import { MetricBar } from './MetricBar'
import styles from './MetricFacts.module.css'
import { useNames } from './useNames'

interface Props {
  readonly view: RowView
  readonly metric: StandardMetric
  readonly result: MetricResult
  /** Scope the result was computed in. */
  readonly scope: string | null
}

/** A metric that is never naked: value, numerator, denominator, exclusions, parameters, scope, time and how it is known. */
export function MetricFacts({ view, metric, result, scope }: Props) {
  const words = useWords()
  const { t, language, say } = words
  const city = useCity()
  const now = useNow()
  const stale = restsOnOldData(view)
  const { row } = view
  const names = useNames(row)
  const measure = measureOf(city, row.id, metric.id)
  const part = (value: number | null) => joinFigure(formatMeasure(value, measure, language))
  const percent = (value: number | null) => joinFigure(formatQuantity(value, 'ratio', language))
  // What the tolerance forgave is not missing; it is said beside the tolerance.
  const missing = result.raw !== undefined ? null : missingWords(city, row.id, metric.id, result, words)
  const facts: (readonly [string, string])[] = []
  const add = (name: string, value: string) => facts.push([name, value])

  if (result.numerator !== null)
    add(metric.numerator ? say(metric.numerator) : t('indicators.inspector.numerator'), part(result.numerator))
  if (result.denominator !== null)
    add(metric.denominator ? say(metric.denominator) : t('indicators.inspector.denominator'), part(result.denominator))
  for (const { id, value, numerator, denominator } of result.parts ?? []) {
    add(names.part(id), `${percent(value)} · ${part(numerator)} / ${part(denominator)}`)
  }
  if (result.known === 'measured' || result.excluded > 0) {
    const reasons = Object.entries(result.reasons).map(([code, count]) =>
      t('indicators.reasons.count', { reason: exclusionWords(code, words, city.methods), count }),
    )
    add(
      t('indicators.inspector.excluded'),
      reasons.join(t('indicators.next.separator')) || t('indicators.inspector.excludedNone'),
    )
  }
  add(t('indicators.inspector.scope'), scopeTitle(city, scope, words))
  for (const entry of parameterWords(view, metric.id, city, words, names)) add(...entry)
  add(t('indicators.columns.known'), t(`indicators.known.${result.known}Long`))
  if (result.source) add(t('indicators.inspector.source'), result.source)
  add(
    t('indicators.inspector.dataTime'),
    result.dataTime === null
      ? t('indicators.inspector.noTime')
      : t('indicators.ago', {
          time: formatTime(result.dataTime, language, now),
          age: formatAge(now - result.dataTime, language),
        }),
  )

  return (
    <section className={styles.metric} aria-label={say(metric.name)}>
      <p className={styles.name}>{say(metric.name)}</p>
      <p className={styles.value}>
        <Quantity value={formatQuantity(result.value, metric.unit, language)} size="headline" stale={stale} />
        {missing && <span className={styles.missing}>{missing}</span>}
        {result.known !== 'unknown' && <RowFreshnessBadge freshness={view.freshness} />}
      </p>
      {result.value === null && (
        <p className={styles.why}>{t('indicators.why.prefix', { why: unknownWords(result.why, words, names) })}</p>
      )}
      {metric.unit === 'ratio' && (
        <div className={styles.bar}>
          <MetricBar row={row} metric={metric} result={result} labelled />
        </div>
      )}
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
