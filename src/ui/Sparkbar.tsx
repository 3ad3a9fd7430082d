import type { CSSProperties } from 'react'
import styles from './Sparkbar.module.css'

export interface SparkbarItem {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly text: string
  /** CSS colour; the quiet tone when absent. */
  readonly color?: string | undefined
}

/** Horizontal bars from zero with their words and figures, as a table for who cannot see bars. */
export function Sparkbar({ items, label }: { readonly items: readonly SparkbarItem[]; readonly label: string }) {
  const top = Math.max(1, ...items.map((item) => item.value))
  return (
    <table className={styles.bars} aria-label={label}>
      <tbody>
        {items.map((item) => (
          <tr key={item.key}>
            <th scope="row" className={styles.label} title={item.label}>
              {item.label}
            </th>
            <td className={styles.track}>
              <span
                className={styles.bar}
                style={
                  { '--length': `${(item.value / top) * 100}%`, '--bar': item.color ?? 'var(--cat8)' } as CSSProperties
                }
              />
            </td>
            <td className={styles.value}>{item.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
