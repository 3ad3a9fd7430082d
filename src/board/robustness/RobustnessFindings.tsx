import type { StandardRow } from '#core/model/standard.ts'
import type { Robustness, StarDistribution } from '#core/robustness/robustness.ts'
import { useWords, type Words } from '#i18n/useWords.ts'
import type { SparkbarItem } from '#ui/Sparkbar.tsx'
import { StepStrip } from '#ui/StepStrip.tsx'
import { starName } from '#views/standing/standing.ts'
import styles from './Robustness.module.css'
import { RobustnessAxis } from './RobustnessAxis'
import { designWords, dropWords, holdingWords, leadWords } from './robustnessWords'

interface Props {
  readonly row: StandardRow
  readonly swept: Extract<Robustness, { kind: 'swept' }>
}

/** What the sweep of a row found: in how many settings the star holds, what moves it, and each parameter alone. */
export function RobustnessFindings({ row, swept }: Props) {
  const words = useWords()
  const { t } = words
  const { axes, base, distribution } = swept
  const drops = dropWords(swept, words)
  return (
    <div className={styles.findings}>
      <p className={styles.verdict} role="status">
        {holdingWords(swept, words)}
      </p>
      <p className={styles.quiet}>{designWords(swept, words)}</p>
      <StepStrip items={distributionItems(distribution, words)} label={t('robustness.distribution')} />
      <p className={styles.lead}>{leadWords(swept, words)}</p>
      {drops && <p className={styles.lead}>{drops}</p>}
      {axes.map((answer) => (
        <RobustnessAxis key={keyOf(answer.axis)} row={row} answer={answer} base={base} />
      ))}
    </div>
  )
}

/** Axes of one name differ in their metrics. */
function keyOf(axis: Props['swept']['axes'][number]['axis']): string {
  return axis.kind === 'scope' ? axis.kind : `${axis.name} ${axis.metrics.join()}`
}

/** Settings by star, the highest first. */
function distributionItems({ stars, below, unknown }: StarDistribution, words: Words): readonly SparkbarItem[] {
  const item = (key: string, label: string, value: number, color: string) => ({
    key,
    label,
    value,
    text: String(value),
    color,
  })
  return [
    ...stars
      .map((value, at) => item(`star${at + 1}`, starName(at + 1, words), value, `var(--star${at + 1})`))
      .reverse(),
    item('below', words.t('indicators.status.below'), below, 'var(--ground3)'),
    item('unknown', words.t('indicators.status.unknown'), unknown, 'var(--unknown)'),
  ]
}
