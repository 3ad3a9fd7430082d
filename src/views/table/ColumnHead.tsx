import type { Header } from '@tanstack/react-table'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { TableRow } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './FeatureTable.module.css'

/** Bounds of a column, pixels. */
const NARROWEST = 60
const WIDEST = 900
const STEP = 16

interface Props {
  readonly header: Header<TableRow, unknown>
  readonly numeric: boolean
  /** Set by somebody, pixels; undefined: as the table has room. */
  readonly width: number | undefined
  readonly onWidth: (width: number | undefined) => void
}

/** Name of a column: a press sorts by it, its right edge makes it wider by pointer or arrow keys. */
export function ColumnHead({ header, numeric, width, onWidth }: Props) {
  const { t } = useWords()
  const head = useRef<HTMLTableCellElement>(null)
  const grip = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const sorted = header.column.getIsSorted()
  const name = String(header.column.columnDef.header)
  const [measured, setMeasured] = useState(NARROWEST)
  const present = () => width ?? head.current?.offsetWidth ?? NARROWEST
  const set = (wanted: number) => onWidth(Math.round(Math.min(WIDEST, Math.max(NARROWEST, wanted))))

  function press(event: KeyboardEvent) {
    const step = STEP * (event.shiftKey ? 4 : 1)
    if (event.key === 'ArrowRight') set(present() + step)
    else if (event.key === 'ArrowLeft') set(present() - step)
    else if (event.key === 'Home') onWidth(undefined)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  function drag(event: PointerEvent) {
    if (grip.current) set(grip.current.width + event.clientX - grip.current.x)
  }

  return (
    <th
      ref={head}
      scope="col"
      data-numeric={numeric}
      aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
    >
      <button
        type="button"
        className={styles.sort}
        aria-label={t('shell.table.sortBy', { column: name })}
        onClick={header.column.getToggleSortingHandler()}
      >
        <span>{name}</span>
        {sorted && <Icon name={sorted === 'asc' ? 'up' : 'down'} />}
      </button>
      {/** biome-ignore lint/a11y/useSemanticElements: a rule between lines is no handle of a column's width */}
      <div
        role="separator"
        tabIndex={0}
        className={styles.edge}
        aria-orientation="vertical"
        aria-label={t('desk.table.width', { column: name })}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width ?? measured}
        title={t('desk.table.widthHint')}
        onFocus={() => setMeasured(Math.max(NARROWEST, present()))}
        onKeyDown={press}
        onDoubleClick={() => onWidth(undefined)}
        onPointerDown={(event) => {
          grip.current = { x: event.clientX, width: present() }
          event.currentTarget.setPointerCapture?.(event.pointerId)
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          grip.current = null
        }}
        onPointerCancel={() => {
          grip.current = null
        }}
      />
    </th>
  )
}
