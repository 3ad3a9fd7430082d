import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import styles from './State.module.css'

interface Props {
  readonly kind: 'empty' | 'failing' | 'choose'
  readonly title: string
  /** Why, and what to do. */
  readonly children?: ReactNode
}

const ICONS: Record<Props['kind'], IconName> = { empty: 'info', failing: 'warning', choose: 'locate' }

/** What stands where content would be: says why there is none, and what to do. */
export function State({ kind, title, children }: Props) {
  return (
    <div className={styles.state} data-kind={kind} role={kind === 'failing' ? 'alert' : undefined}>
      <Icon name={ICONS[kind]} />
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.why}>{children}</div>}
    </div>
  )
}
