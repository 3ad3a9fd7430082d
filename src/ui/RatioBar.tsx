import type { CSSProperties } from 'react'
import styles from './RatioBar.module.css'

interface RatioTick {
  /** 0..1. */
  readonly at: number
  readonly label?: string | undefined
  /** The line that matters, drawn through. */
  readonly strong: boolean
}

interface Props {
  /** 0..1, or null when unknown. */
  readonly ratio: number | null
  readonly ticks?: readonly RatioTick[]
  /** The bar in words. */
  readonly label: string
  readonly size?: 'small' | 'large'
  readonly stale?: boolean
}

/** A bar from zero: the share that is there solid, the gap hatched, thresholds as ticks; unknown is dotted. */
export function RatioBar({ ratio, ticks = [], label, size = 'large', stale = false }: Props) {
  const share = Math.min(1, Math.max(0, ratio ?? 0))
  const variables = { '--share': `${share * 100}%` } as CSSProperties
  return (
    <span
      className={`${styles.bar} ${styles[size]} ${ratio === null ? styles.unknown : ''} ${stale ? styles.stale : ''}`}
      role="img"
      aria-label={label}
      style={variables}
    >
      {ratio !== null && <span className={styles.fill} />}
      {ratio !== null && share < 1 && <span className={styles.missing} />}
      {ticks.map((tick) => (
        <span
          key={tick.at}
          className={`${styles.tick} ${tick.strong ? styles.strong : ''} ${tick.at > 0.85 ? styles.atEnd : ''}`}
          style={{ left: `${tick.at * 100}%` }}
        >
          {tick.label && <span className={styles.tickLabel}>{tick.label}</span>}
        </span>
      ))}
    </span>
  )
}
