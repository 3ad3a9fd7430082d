import { type ReactNode, useId } from 'react'
import { classes } from './classes'
import styles from './Panel.module.css'

interface Props {
  readonly title: string
  /** Quiet words beside the title, such as a count. */
  readonly aside?: ReactNode
  /** Buttons at the end of the title row. */
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
  /** The body has no padding of its own: tables run edge to edge. */
  readonly flush?: boolean
}

/** A titled region with a head that stays and a body that scrolls. */
export function Panel({ title, aside, actions, children, className, flush = false }: Props) {
  const heading = useId()
  return (
    <section className={classes(styles.panel, className)} aria-labelledby={heading}>
      <header className={styles.head}>
        <h2 id={heading} className={styles.title}>
          {title}
        </h2>
        {aside && <span className={styles.aside}>{aside}</span>}
        {actions && <span className={styles.actions}>{actions}</span>}
      </header>
      <div className={classes(styles.body, !flush && styles.padded)}>{children}</div>
    </section>
  )
}
