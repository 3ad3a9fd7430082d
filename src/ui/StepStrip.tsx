import { Opener } from './Opener'
import type { SparkbarItem } from './Sparkbar'
import styles from './StepStrip.module.css'

/** Shares of a whole side by side in one strip, each with its figure and word under it; empty shares are left out. */
export function StepStrip({ items, label }: { readonly items: readonly SparkbarItem[]; readonly label: string }) {
  return (
    <ul className={styles.strip} aria-label={label}>
      {items
        .filter((item) => item.value > 0)
        .map((item) => (
          <li
            key={item.key}
            className={styles.share}
            style={{ flexGrow: item.value }}
            title={`${item.label} ${item.text}`}
          >
            <span className={styles.bar} style={{ background: item.color ?? 'var(--cat8)' }} />
            <Opener onOpen={item.onOpen}>
              <span className={styles.figure}>{item.text}</span>
              <span className={styles.word}>{item.label}</span>
            </Opener>
          </li>
        ))}
    </ul>
  )
}
