import type { CSSProperties } from 'react'
import { Opener } from './Opener'
import styles from './Sparkbar.module.css'

export interface SparkbarItem {
  readonly key: string
  readonly label: string
  readonly value: number
  readonly text: string
  /** CSS colour; the quiet tone when absent. */
  readonly color?: string | undefined
  /** Opens what is counted. */
  readonly onOpen?: (() => void) | undefined
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
              <Opener onOpen={item.onOpen}>{item.label}</Opener>
            </th>
            <td className={styles.track}>
              <span
                className={styles.bar}
                style={
                  { '--length': `${(item.value / top) * 100}%`, '--bar': item.color ?? 'var(--cat8)' } as CSSProperties
                }
              />
            </td>
            <td className={styles.value}>
              <Figure item={item} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One stop for the keyboard is enough: the figure opens by the pointer what its word opens. */
function Figure({ item: { text, onOpen } }: { readonly item: SparkbarItem }) {
  if (!onOpen) return text
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the word beside it is the same button
    // biome-ignore lint/a11y/noStaticElementInteractions: the word beside it is the same button
    <span className={styles.opens} onClick={onOpen}>
      {text}
    </span>
  )
}
