import styles from './Waiting.module.css'

/** The shape of lines to come, with words for those who do not see it. */
export function Waiting({ lines, label }: { readonly lines: number; readonly label: string }) {
  return (
    <div className={styles.waiting} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical lines that never move
        <span key={line} className={styles.line} />
      ))}
    </div>
  )
}
