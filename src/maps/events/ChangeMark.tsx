import styles from './KpiCard.module.css'

export type Change = 'up' | 'down' | 'same'

/** Against the earlier ratio, in tenths of a percentage point, as they are written. */
export function changeOf(now: number, before: number): Change {
  const points = Math.round((now - before) * 1000)
  return points > 0 ? 'up' : points < 0 ? 'down' : 'same'
}

/** Which way a figure has gone, as a shape; the words stand beside it. */
export function ChangeMark({ change }: { readonly change: Change }) {
  return <span className={`${styles.change} ${styles[change]}`} aria-hidden="true" />
}
