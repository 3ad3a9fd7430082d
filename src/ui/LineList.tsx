import type { ReactNode } from 'react'
import { classes } from './classes'
import styles from './LineList.module.css'

interface ListProps {
  readonly label?: string | undefined
  readonly children: ReactNode
}

/** Lines under one another, each parted from the next by a hairline; an empty list takes no room. */
export function LineList({ label, children }: ListProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  )
}

interface OpenLineProps {
  readonly name: ReactNode
  /** At the end of the name. */
  readonly mark?: ReactNode
  /** The rest, quietly; beside the name where there is room, or below it. */
  readonly children: ReactNode
  readonly rest?: 'beside' | 'below'
  readonly title?: string | undefined
  readonly onOpen: () => void
}

/** A line that is, as a whole, a way to what it names. */
export function OpenLine({ name, mark, children, rest = 'below', title, onOpen }: OpenLineProps) {
  return (
    <li className={styles.item}>
      <button type="button" className={styles.line} data-rest={rest} title={title} onClick={onOpen}>
        <span className={styles.name}>{name}</span>
        {mark}
        <span className={styles.rest}>{children}</span>
      </button>
    </li>
  )
}

/** A part of the rest of a line that gives way where room is short; with `whole` it does not. */
export function LinePart({ title, whole, children }: { title?: string; whole?: boolean; children: ReactNode }) {
  return (
    <span className={classes(styles.part, whole && styles.whole)} title={title}>
      {children}
    </span>
  )
}

interface HeadLineProps {
  readonly name: ReactNode
  /** Before the name. */
  readonly mark: ReactNode
  /** At the far end: figures and times, which stand whole. */
  readonly end: ReactNode
  readonly strong?: boolean
  readonly faint?: boolean
  /** Undefined: there is nothing to open. */
  readonly onOpen: (() => void) | undefined
  /** Below the head. */
  readonly children?: ReactNode
}

/** A line whose head is a way to what it names, with more below. */
export function HeadLine({ name, mark, end, strong, faint, onOpen, children }: HeadLineProps) {
  return (
    <li className={classes(styles.item, styles.headed, strong && styles.strong, faint && styles.faint)}>
      <button type="button" className={styles.head} onClick={onOpen} disabled={onOpen === undefined}>
        {mark}
        <span className={styles.name}>{name}</span>
        <span className={styles.end}>{end}</span>
      </button>
      {children}
    </li>
  )
}
