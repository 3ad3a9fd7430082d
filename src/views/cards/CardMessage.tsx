import type { ReactNode } from 'react'
import styles from './CardMessage.module.css'

interface Props {
  readonly tone: 'quiet' | 'failing'
  readonly children: ReactNode
}

/** A sentence in place of, or above, a card's answer: empty and why, or failing and what is still true. */
export function CardMessage({ tone, children }: Props) {
  return (
    <p className={`${styles.message} ${styles[tone]}`} role={tone === 'failing' ? 'status' : undefined}>
      {children}
    </p>
  )
}
