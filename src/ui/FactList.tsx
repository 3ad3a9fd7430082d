import type { ReactNode } from 'react'
import styles from './FactList.module.css'

export interface Fact {
  readonly label: string
  /** Nothing: the fact is left out. */
  readonly value: ReactNode
}

/** What is known of one thing, a label and a value a line. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  const said = facts.filter(({ value }) => value !== null && value !== undefined && value !== false)
  return (
    <dl className={styles.facts}>
      {said.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
