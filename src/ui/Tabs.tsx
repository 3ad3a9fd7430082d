import { type KeyboardEvent, useRef } from 'react'
import { classes } from './classes'
import styles from './Tabs.module.css'

interface Tab<Id extends string> {
  readonly id: Id
  readonly label: string
  /** Stands in where there is little room. */
  readonly short?: string | undefined
}

interface Props<Id extends string> {
  readonly label: string
  readonly tabs: readonly Tab<Id>[]
  readonly selected: Id
  readonly onSelect: (id: Id) => void
  /** Id of the element the tabs show. */
  readonly controls?: string
  readonly look?: 'underline' | 'segments'
}

/** A tab list: one stop for Tab, arrow keys, Home and End move and select. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, controls, look = 'underline' }: Props<Id>) {
  const list = useRef<HTMLDivElement>(null)

  function move(event: KeyboardEvent) {
    const at = tabs.findIndex((tab) => tab.id === selected)
    const to = target(event.key, at, tabs.length)
    const next = to === null ? undefined : tabs[to]
    if (!next) return
    event.preventDefault()
    onSelect(next.id)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to ?? 0]?.focus()
  }

  return (
    <div ref={list} className={classes(styles.tabs, styles[look])} role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={tab.id === selected}
          aria-controls={controls}
          aria-label={tab.label}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          <span className={tab.short ? styles.long : undefined}>{tab.label}</span>
          {tab.short && <span className={styles.short}>{tab.short}</span>}
        </button>
      ))}
    </div>
  )
}

function target(key: string, at: number, of: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % of
    case 'ArrowLeft':
      return (at - 1 + of) % of
    case 'Home':
      return 0
    case 'End':
      return of - 1
    default:
      return null
  }
}
