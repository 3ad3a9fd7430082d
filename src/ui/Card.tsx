import { type ReactNode, useId } from 'react'
import styles from './Card.module.css'

interface Props {
  /** The question the card answers. */
  readonly title: string
  readonly children: ReactNode
  /** Data time and how it is known. */
  readonly foot?: ReactNode
  /** Opens what is behind the card: the whole title is a button. */
  readonly onOpen: () => void
  /** What opening shows, in words. */
  readonly openLabel?: string | undefined
  readonly busy?: boolean
}

/** One question and its answer: title, value, and a quiet line about the data. */
export function Card({ title, children, foot, onOpen, openLabel, busy = false }: Props) {
  const heading = useId()
  return (
    <article className={styles.card} aria-labelledby={heading} aria-busy={busy}>
      <h3 id={heading} className={styles.title}>
        <button type="button" className={styles.open} onClick={onOpen} title={openLabel}>
          {title}
          <span className={styles.arrow} aria-hidden="true" />
        </button>
      </h3>
      <div className={styles.body}>{children}</div>
      {foot && <footer className={styles.foot}>{foot}</footer>}
    </article>
  )
}
