import styles from './StateSwatch.module.css'

/** The fill of a coverage state, the same as on the map: solid, hatched, dotted. Words stand beside it. */
export function StateSwatch({ state }: { readonly state: 'covered' | 'uncovered' | 'excluded' }) {
  return <span className={`${styles.swatch} ${styles[state]}`} aria-hidden="true" />
}
