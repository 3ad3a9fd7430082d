import { flexRender, type Header, type Table } from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { TableRow } from '#engine/engineApi.ts'
import { useWords } from '#i18n/useWords.ts'
import { Icon } from '#ui/Icon.tsx'
import styles from './FeatureTable.module.css'
import { rowKeyTarget } from './tableColumns'

const ROW_HEIGHT = 32
const PAGE = 10
/** Narrower columns are scrolled to instead; the first, which names the row, has more room. */
const COLUMN_WIDTH = 100
const NAME_WIDTH = 140

interface Props {
  readonly table: Table<TableRow>
  readonly label: string
  readonly selectedId: string | null
  readonly onPick: (row: TableRow) => void
}

/** A real table of which only the rows in sight exist. One stop for Tab; arrow keys move, Enter picks. */
export function VirtualTable({ table, label, selectedId, onPick }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const moved = useRef(false)
  const { rows } = table.getRowModel()
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  const shown = virtual.getVirtualItems()
  const before = shown[0]?.start ?? 0
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)
  const headers = table.getFlatHeaders()
  const current = Math.min(active, rows.length - 1)

  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    scroller.current?.querySelector<HTMLElement>(`[data-row="${current}"]`)?.focus()
  })

  function press(event: KeyboardEvent) {
    const row = rows[current]
    if (event.key === 'Enter' && row && event.target instanceof HTMLTableRowElement) {
      event.preventDefault()
      onPick(row.original)
      return
    }
    const to = rowKeyTarget(event.key, current, rows.length, PAGE)
    if (to === null || !(event.target instanceof HTMLTableRowElement)) return
    event.preventDefault()
    moved.current = true
    virtual.scrollToIndex(to)
    setActive(to)
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        className={styles.table}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        onKeyDown={press}
        style={{ minWidth: NAME_WIDTH + (headers.length - 1) * COLUMN_WIDTH }}
      >
        <colgroup>
          {headers.map(({ id, index }) => (
            <col key={id} style={{ width: index === 0 ? `${nameShare(headers.length)}%` : undefined }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {headers.map((header) => (
              <ColumnHead
                key={header.id}
                header={header}
                numeric={isNumeric(rows[0]?.original, header.index, header.id)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} columns={headers.length} />}
          {shown.map(({ index }) => {
            const row = rows[index]
            if (!row) return null
            return (
              <tr
                key={row.id}
                data-row={index}
                aria-rowindex={index + 2}
                aria-selected={row.id === selectedId}
                tabIndex={index === current ? 0 : -1}
                className={styles.row}
                onClick={() => {
                  setActive(index)
                  onPick(row.original)
                }}
              >
                {row.getVisibleCells().map((cell, column) => (
                  <td
                    key={cell.id}
                    data-numeric={isNumeric(row.original, column, cell.column.id)}
                    title={wordsOf(cell.getValue())}
                  >
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </td>
                ))}
              </tr>
            )
          })}
          {after > 0 && <Spacer height={after} columns={headers.length} />}
        </tbody>
      </table>
    </div>
  )
}

/** Share of the first column in percent, so that it stays the widest however wide the table is. */
function nameShare(columns: number): number {
  return (100 * NAME_WIDTH) / (NAME_WIDTH + (columns - 1) * COLUMN_WIDTH)
}

/** The whole of a text that its column may cut off. */
const wordsOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Figures stand to the right; the data time is a number too, but reads as text. */
function isNumeric(row: TableRow | undefined, column: number, name: string): boolean {
  return name !== 'time' && typeof row?.cells[column] === 'number'
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr>
      <td colSpan={columns} className={styles.spacer} style={{ height }} />
    </tr>
  )
}

interface HeadProps {
  readonly header: Header<TableRow, unknown>
  readonly numeric: boolean
}

function ColumnHead({ header, numeric }: HeadProps) {
  const { t } = useWords()
  const sorted = header.column.getIsSorted()
  const name = String(header.column.columnDef.header)
  return (
    <th
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
    </th>
  )
}
