import styles from './StarMeter.module.css'

export type StarLevel = 1 | 2 | 3 | 4 | 5 | 'below' | 'unknown' | 'deduction' | 'pending'

const STEPS = [1, 2, 3, 4, 5] as const

interface Props {
  readonly level: StarLevel
  /** The same in words: the meter is a picture with a name. */
  readonly label: string
  readonly size?: 'small' | 'large'
}

/** Five steps filled up to the star, with a tick where the four-star line is; unknown is an empty outline. */
export function StarMeter({ level, label, size = 'small' }: Props) {
  const filled = typeof level === 'number' ? level : 0
  return (
    <span
      className={`${styles.meter} ${styles[size]} ${typeof level === 'number' ? '' : styles[level]}`}
      role="img"
      aria-label={label}
    >
      {STEPS.map((step) => (
        <span
          key={step}
          className={`${styles.step} ${step <= filled ? styles.filled : ''} ${step === 4 ? styles.line : ''}`}
          data-step={step}
        />
      ))}
      {level === 'deduction' && <span className={styles.minus}>−</span>}
    </span>
  )
}
