import type { ButtonHTMLAttributes } from 'react'
import { classes } from './classes'
import { Icon, type IconName } from './Icon'
import styles from './IconButton.module.css'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon: IconName
  /** Says what the button does; read aloud, and shown on hover and focus. */
  readonly label: string
  /** Side the hint opens to. */
  readonly hint?: 'below' | 'left' | 'none'
}

/** A square button with a drawing and a name. */
export function IconButton({ icon, label, hint = 'below', className, ...rest }: Props) {
  return (
    <button
      type="button"
      className={classes(styles.button, styles[hint], className)}
      aria-label={label}
      data-hint={label}
      {...rest}
    >
      <Icon name={icon} />
    </button>
  )
}
