import type { Figure } from '#i18n/formatNumber.ts'
import styles from './Quantity.module.css'

interface Props {
  readonly value: Figure
  readonly size?: 'headline' | 'number' | 'body'
  /** The value is old: drawn quieter, its age stands elsewhere. */
  readonly stale?: boolean
}

/** A figure with its unit smaller and quieter beside it. */
export function Quantity({ value, size = 'body', stale = false }: Props) {
  return (
    <span className={`${styles.quantity} ${styles[size]} ${stale ? styles.stale : ''}`}>
      <span className={styles.figure}>{value.figure}</span>
      {value.unit && <span className={styles.unit}>{value.unit}</span>}
    </span>
  )
}
