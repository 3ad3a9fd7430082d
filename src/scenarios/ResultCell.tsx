import type { IndicatorResult } from '#core/model/evaluation.ts'
import type { StandardMetric, StandardRow } from '#core/model/standard.ts'
import { useWords } from '#i18n/useWords.ts'
import { StandingMark } from '#views/standing/StandingMark.tsx'
import { standingOf, standingWords } from '#views/standing/standing.ts'
import { metricValue, starsGained } from './resultWords'
import styles from './ScenarioPanel.module.css'

interface Props {
  readonly row: StandardRow
  /** To be shown, in every column the same. */
  readonly metrics: readonly StandardMetric[]
  readonly was: IndicatorResult
  /** Null: the scenario of the column cannot be made. */
  readonly is: IndicatorResult | null
}

/** A result beside the one it is held against: star and figures, and a star won or lost by arrow and word. */
export function ResultCell({ row, metrics, was, is }: Props) {
  const words = useWords()
  if (!is) return <td>—</td>
  const standing = standingOf(row, is)
  const gained = starsGained(row, was, is)
  return (
    <td className={styles.figure}>
      <StandingMark standing={standing} />
      {metrics.map((metric) => (
        <span key={metric.id} className={styles.value}>
          {metricValue(is, metric, words)}
        </span>
      ))}
      {gained !== null && gained !== 0 && (
        <span className={gained > 0 ? styles.better : styles.worse}>
          {gained > 0 ? '▲ ' : '▼ '}
          {words.t(gained > 0 ? 'scenarios.starUp' : 'scenarios.starDown', { star: standingWords(standing, words) })}
        </span>
      )}
    </td>
  )
}
