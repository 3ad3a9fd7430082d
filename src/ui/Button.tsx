import type { ButtonHTMLAttributes, ReactNode } from 'react'
import styles from './Button.module.css'
import { classes } from './classes'
import { Icon, type IconName } from './Icon'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly icon?: IconName
  readonly quiet?: boolean
  readonly children: ReactNode
}

/** A button with words, and an icon before them if wanted. */
export function Button({ icon, quiet = false, children, className, ...rest }: Props) {
  return (
    <button type="button" className={classes(styles.button, quiet && styles.quiet, className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}
