import type { SelectHTMLAttributes } from 'react'
import styles from './Select.module.css'

/** A choice among few, small enough for a bar. */
export function Select(rest: Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'>) {
  return <select className={styles.select} {...rest} />
}
