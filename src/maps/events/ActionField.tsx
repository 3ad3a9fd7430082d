import { type ReactNode, useId } from 'react'
import styles from './Action.module.css'

/** What ties a control to its label and its fault. */
export interface FieldProps {
  readonly id: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string | undefined
}

interface Props {
  readonly label: string
  readonly hint?: string | undefined
  readonly fault: string | undefined
  readonly children: (props: FieldProps) => ReactNode
}

/** A labelled field, with what is wrong with it in words beside it. */
export function ActionField({ label, hint, fault, children }: Props) {
  const id = useId()
  const faultId = `${id}-fault`
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </label>
      {children({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': fault ? faultId : undefined })}
      {fault && (
        <span id={faultId} className={styles.fault} role="alert">
          {fault}
        </span>
      )}
    </div>
  )
}
