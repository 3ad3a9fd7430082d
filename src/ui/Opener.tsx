import type { ReactNode } from 'react'
import styles from './Opener.module.css'

interface Props {
  /** Undefined: there is nothing to open, and the content stands alone. */
  readonly onOpen: (() => void) | undefined
  /** What opens. */
  readonly title?: string | undefined
  readonly children: ReactNode
}

/** A figure or word that opens something, and looks as it would alone until a hand or the focus is on it. */
export function Opener({ onOpen, title, children }: Props) {
  if (!onOpen) return children
  return (
    <button type="button" className={styles.opener} title={title} onClick={onOpen}>
      {children}
    </button>
  )
}
