import type { ReactNode } from 'react'
import { useWords } from '#i18n/useWords.ts'
import styles from './Scale.module.css'

interface Step {
  readonly value: string
  readonly word: string
  readonly mark?: ReactNode
}

interface Props {
  readonly label: string
  readonly steps: readonly Step[]
  /** The value of the feature; what is no step is shown as it stands. */
  readonly chosen: unknown
}

/** One scale with all its steps, the one that holds set apart by a frame and full strength. */
export function Scale({ label, steps, chosen }: Props) {
  const { t } = useWords()
  const known = steps.some(({ value }) => value === chosen)
  return (
    <div className={styles.scale}>
      <p className={styles.label}>{label}</p>
      <ol className={styles.steps} aria-label={label}>
        {steps.map(({ value, word, mark }) => (
          <li key={value} aria-current={value === chosen ? 'true' : undefined}>
            {mark}
            {word}
          </li>
        ))}
      </ol>
      {!known && (
        <p className={styles.other}>
          {chosen === undefined || chosen === null || chosen === '' ? t('hazards.hazard.unknown') : String(chosen)}
        </p>
      )}
    </div>
  )
}
