import { type ReactNode, Suspense, useId, useState } from 'react'
import { Icon } from '#ui/Icon.tsx'
import { Skeleton } from '#ui/Skeleton.tsx'
import styles from '../robustness/Robustness.module.css'

interface Props {
  readonly title: string
  readonly about: string
  readonly children: ReactNode
}

/** A part of the open row that is made once it is opened. */
export function OpenedOnDemand({ title, about, children }: Props) {
  const [open, setOpen] = useState(false)
  const body = useId()
  return (
    <section className={styles.section} aria-label={title}>
      <h4 className={styles.heading}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'down' : 'right'} />
          <span className={styles.title}>{title}</span>
          <span className={styles.about}>{about}</span>
        </button>
      </h4>
      <div id={body} className={styles.body} hidden={!open}>
        {open && <Suspense fallback={<Skeleton shape="lines" lines={2} />}>{children}</Suspense>}
      </div>
    </section>
  )
}
