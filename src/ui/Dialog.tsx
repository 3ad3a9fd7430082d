import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton'

interface Props {
  readonly open: boolean
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly children: ReactNode
  readonly wide?: boolean
}

/** The platform's own modal dialog: it keeps the focus, closes on Escape, and injects no styles. */
export function Dialog({ open, title, closeLabel, onClose, actions, children, wide = false }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) element.showModal()
    if (!open && element.open) element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      data-wide={wide}
      aria-labelledby={heading}
      onClose={onClose}
      onCancel={onClose}
      // Escape closes the dialog and means nothing to what lies behind it.
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation()
      }}
    >
      {open && (
        <div className={styles.frame}>
          <div className={styles.head}>
            <h2 id={heading} className={styles.title}>
              {title}
            </h2>
            <span className={styles.actions}>
              {actions}
              <IconButton icon="close" label={closeLabel} hint="none" onClick={onClose} />
            </span>
          </div>
          <div className={styles.body}>{children}</div>
        </div>
      )}
    </dialog>
  )
}
