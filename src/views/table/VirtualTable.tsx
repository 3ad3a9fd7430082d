import { flexRender, type Row, type Table } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import type { TableRow } from '#engine/engineApi.ts'
import { ColumnHead } from './ColumnHead'
import styles from './FeatureTable.module.css'
import { rowKeyTarget } from './tableColumns'
import { useActiveRow } from './useActiveRow'
import { useRowFocus } from './useRowFocus'

/** Height of a row, pixels: for a pointer, and in a narrow page for a finger. */
const ROW_HEIGHT = { pointer: 32, finger: 44 } as const
const PAGE = 10
/** Narrower columns are scrolled to instead; the first, which names the row, has more room. */
const COLUMN_WIDTH = 100
const NAME_WIDTH = 140

interface Props {
  /** Its rows by their records' ids. */
  readonly table: Table<TableRow>
  readonly label: string
  readonly selectedId: string | null
  readonly onPick: (row: TableRow) => void
}

/**
 * A real table of which only the rows in sight exist, and the one that has the tab stop. Arrow keys move it, Enter picks;
 * it stays with its record while rows come, go and change places.
 */
export function VirtualTable({ table, label, selectedId, onPick }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const [widths, setWidths] = useState<Readonly<Record<string, number | undefined>>>({})
  const { rows } = table.getRowModel()
  const ids = useMemo(() => rows.map(({ id }) => id), [rows])
  const placeOf = useMemo(() => new Map(ids.map((id, at) => [id, at])), [ids])
  const { at: current, activate } = useActiveRow(ids, placeOf)
  const rowHeight = ROW_HEIGHT[document.documentElement.dataset.narrow === 'true' ? 'finger' : 'pointer']
  const focus = useRowFocus(scroller, { id: ids[current] ?? null, at: current }, rowHeight)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range)
      return current < 0 || inSight.includes(current) ? inSight : [...inSight, current].sort((a, b) => a - b)
    },
  })
  const shown = virtual.getVirtualItems()
  const headers = table.getFlatHeaders()
  const least = headers.map(({ id, index }) => widths[id] ?? (index === 0 ? NAME_WIDTH : COLUMN_WIDTH))

  function press(event: KeyboardEvent) {
    if (!(event.target instanceof HTMLTableRowElement)) return
    const row = rows[current]
    if (event.key === 'Enter' && row) {
      event.preventDefault()
      onPick(row.original)
      return
    }
    const to = rowKeyTarget(event.key, current, rows.length, PAGE)
    const next = to === null ? undefined : rows[to]
    if (to === null || !next) return
    event.preventDefault()
    virtual.scrollToIndex(to)
    activate(next.id, to)
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        className={styles.table}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        onKeyDown={press}
        style={{ minWidth: least.reduce((sum, width) => sum + width, 0) }}
      >
        <colgroup>
          {headers.map(({ id, index }) => (
            <col key={id} style={{ width: widths[id] ?? (index === 0 ? nameShare(headers.length) : undefined) }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {headers.map((header) => (
              <ColumnHead
                key={header.id}
                header={header}
                numeric={isNumeric(rows[0]?.original, header.index, header.id)}
                width={widths[header.id]}
                onWidth={(width) => setWidths({ ...widths, [header.id]: width })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ index, start }, nth) => {
            const row = rows[index]
            const gap = start - (shown[nth - 1]?.end ?? 0)
            if (!row) return null
            return (
              <Fragment key={row.id}>
                {gap > 0 && <Spacer height={gap} columns={headers.length} />}
                <TableLine
                  row={row}
                  at={index}
                  selected={row.id === selectedId}
                  active={index === current}
                  onPick={() => onPick(row.original)}
                  onFocus={() => {
                    focus.onFocus()
                    activate(row.id, index)
                  }}
                  onBlur={focus.onBlur}
                />
              </Fragment>
            )
          })}
          <Spacer height={virtual.getTotalSize() - (shown.at(-1)?.end ?? 0)} columns={headers.length} />
        </tbody>
      </table>
    </div>
  )
}

interface LineProps extends Pick<ReturnType<typeof useRowFocus>, 'onFocus' | 'onBlur'> {
  readonly row: Row<TableRow>
  readonly at: number
  readonly selected: boolean
  /** Has the tab stop. */
  readonly active: boolean
  readonly onPick: () => void
}

function TableLine({ row, at, selected, active, onPick, onFocus, onBlur }: LineProps) {
  return (
    <tr
      data-row={at}
      aria-rowindex={at + 2}
      aria-selected={selected}
      tabIndex={active ? 0 : -1}
      className={styles.row}
      onClick={onPick}
      onFocus={onFocus}
      onBlur={onBlur}
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
}

/** Share of the first column, so that it stays the widest however wide the table is. */
function nameShare(columns: number): string {
  return `${(100 * NAME_WIDTH) / (NAME_WIDTH + (columns - 1) * COLUMN_WIDTH)}%`
}

/** The whole of a text that its column may cut off. */
const wordsOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** Figures stand to the right; the data time is a number too, but reads as text. */
function isNumeric(row: TableRow | undefined, column: number, name: string): boolean {
  return name !== 'time' && typeof row?.cells[column] === 'number'
}

/** Holds the place of rows that do not exist. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height <= 0 ? null : (
    <tr>
      <td colSpan={columns} className={styles.spacer} style={{ height }} />
    </tr>
  )
}
