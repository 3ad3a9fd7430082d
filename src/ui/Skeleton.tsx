import styles from './Skeleton.module.css'

/** The shape of what comes: a large figure, a bar, or lines. Hidden from readers, who hear the words beside it. */
export function Skeleton({
  shape,
  lines = 3,
}: {
  readonly shape: 'figure' | 'bar' | 'lines'
  readonly lines?: number
}) {
  if (shape !== 'lines') return <span className={`${styles.block} ${styles[shape]}`} aria-hidden="true" />
  return (
    <span className={styles.lines} aria-hidden="true">
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <span key={line} className={`${styles.block} ${styles.row}`} />
      ))}
    </span>
  )
}
