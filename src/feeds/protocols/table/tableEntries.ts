import type { Geometry } from 'geojson'
import { type Reason, reasonOf } from '#core/model/feedReport.ts'
import type { FeedFailure, FeedSource, RawEntry, Refusal } from '../protocol'
import { columnValues } from './columnValues'
import { readWkt } from './readWkt'

/** A table as it was written: the names of its columns, and rows of as many cells, with the line each begins on. */
export interface WrittenTable {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

const listed = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(', ')

const TABLE_FAILURES = {
  noColumn: (column: string, there: readonly string[]) =>
    reasonOf(
      'no-column',
      `没有列 ${JSON.stringify(column)};实有: ${listed(there)}`,
      `has no column ${JSON.stringify(column)}; there are: ${listed(there)}`,
    ),
  columnTwice: (column: string) =>
    reasonOf(
      'column-twice',
      `列 ${JSON.stringify(column)} 不止一个,不知该用哪一个`,
      `has more than one column ${JSON.stringify(column)}: which one is meant cannot be known`,
    ),
  noHeader: () => reasonOf('no-header', '没有表头', 'has no header row'),
} as const

const REFUSALS = {
  cells: (line: number, cells: number, columns: number) =>
    reasonOf(
      'row-cells',
      `第 ${line} 行有 ${cells} 格,表头有 ${columns} 列`,
      `line ${line} has ${cells} cells, the header ${columns}`,
    ),
  coordinate: (line: number, column: string, cell: string) =>
    cell.trim() === ''
      ? reasonOf('cell-empty', `第 ${line} 行 ${column} 为空`, `line ${line}: ${column} is empty`)
      : reasonOf(
          'cell-no-number',
          `第 ${line} 行 ${column} 不是数: ${shortened(cell)}`,
          `line ${line}: ${column} is no number: ${shortened(cell)}`,
        ),
  wkt: (line: number, column: string, cell: string) =>
    reasonOf(
      'cell-no-wkt',
      `第 ${line} 行 ${column} 不是 WKT 几何: ${shortened(cell)}`,
      `line ${line}: ${column} is no WKT geometry: ${shortened(cell)}`,
    ),
} as const

const shortened = (cell: string): string => JSON.stringify(cell.length > 40 ? `${cell.slice(0, 40)}…` : cell)

/**
 * The rows of a table as entries of a feed: with the place of the columns that `source` names, else without one. Every other
 * column is a property. A row of another number of cells, or of a place that cannot be read, is refused with its line.
 */
export function tableEntries(
  { columns, rows }: WrittenTable,
  source: FeedSource,
):
  | { readonly ok: true; readonly entries: readonly RawEntry[] }
  | { readonly ok: false; readonly failure: FeedFailure } {
  const fail = (why: Reason) => ({ ok: false, failure: { reason: why, line: 1 } }) as const
  if (columns.every((column) => column === '')) return fail(TABLE_FAILURES.noHeader())
  const twice = columns.find((column, at) => column !== '' && columns.indexOf(column) < at)
  if (twice !== undefined) return fail(TABLE_FAILURES.columnTwice(twice))
  const places = [source.x, source.y, source.wkt].filter((name) => name !== undefined)
  const missing = places.find((name) => !columns.includes(name))
  if (missing !== undefined) return fail(TABLE_FAILURES.noColumn(missing, columns))

  const whole = rows.filter(({ cells }) => cells.length === columns.length)
  const values = columns.map((_, at) => columnValues(whole.map(({ cells }) => cells[at] ?? '')))
  let nth = -1
  const entries = rows.map(({ line, cells }, index): RawEntry => {
    const written = { index, writtenNumber: () => null }
    const refuse = (field: string, why: Reason): RawEntry => ({
      ...written,
      value: null,
      refusal: { id: null, field, reason: why },
    })
    if (cells.length !== columns.length) return refuse('row', REFUSALS.cells(line, cells.length, columns.length))
    nth++
    const properties: Record<string, unknown> = Object.create(null)
    for (const [at, column] of columns.entries()) {
      if (column !== '' && !places.includes(column)) properties[column] = values[at]![nth]
    }
    const place = placeOf(source, line, (column) => cells[columns.indexOf(column)] ?? '')
    if ('reason' in place) return refuse(place.field, place.reason)
    return { ...written, value: { type: 'Feature', properties: { ...properties }, geometry: place.geometry } }
  })
  return { ok: true, entries }
}

function placeOf(
  { x, y, wkt }: FeedSource,
  line: number,
  cellOf: (column: string) => string,
): { readonly geometry: Geometry | null } | Pick<Refusal, 'field' | 'reason'> {
  if (wkt !== undefined) {
    const cell = cellOf(wkt)
    if (cell.trim() === '') return { geometry: null }
    const geometry = readWkt(cell)
    return geometry ? { geometry } : { field: wkt, reason: REFUSALS.wkt(line, wkt, cell) }
  }
  if (x === undefined || y === undefined) return { geometry: null }
  if (cellOf(x).trim() === '' && cellOf(y).trim() === '') return { geometry: null }
  const coordinates: number[] = []
  for (const column of [x, y]) {
    const cell = cellOf(column)
    const number = cell.trim() === '' ? Number.NaN : Number(cell)
    if (!Number.isFinite(number)) return { field: column, reason: REFUSALS.coordinate(line, column, cell) }
    coordinates.push(number)
  }
  return { geometry: { type: 'Point', coordinates } }
}
