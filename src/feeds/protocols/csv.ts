import Papa from 'papaparse'
import type { Reason } from '#core/model/feedReport.ts'
import { FAILURES } from '../door/reasons'
import type { FeedSource, ProtocolResult, Remembered } from './protocol'
import { tableEntries } from './table/tableEntries'
import { tellText } from './tellText'

const openQuote = (line: number): Reason => ({
  code: 'open-quote',
  zh: `第 ${line} 行起的引号没有结束:文件不完整,或引号写错`,
  en: `a quote that begins on line ${line} is never closed: the file is truncated, or a quote is wrong`,
})

/**
 * Comma-separated values (RFC 4180), also with semicolons or tabs, in UTF-8 or GB18030. The first row names the columns; those that
 * the source names as `x` and `y`, or `wkt`, are the place. Cells are text but for columns of nothing but numbers, or of true and false.
 */
export function readCsv(bytes: Uint8Array, _earlier: Remembered, source: FeedSource): ProtocolResult {
  const told = tellText(bytes)
  if (!told.ok) return told
  const { text } = told
  if (text.trim() === '') return { ok: false, failure: { reason: FAILURES.empty(), byte: 0 } }
  if (text.trimStart().startsWith('<')) return { ok: false, failure: { reason: FAILURES.markup(1), line: 1 } }
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: false })
  const lines = linesOf(data)
  const unclosed = errors.find(({ type }) => type === 'Quotes')
  if (unclosed) {
    const line = lines[unclosed.row ?? 0] ?? 1
    return { ok: false, failure: { reason: openQuote(line), line } }
  }
  const [header, ...rows] = data
    .map((cells, at) => ({ cells, line: lines[at]! }))
    .filter(({ cells }) => !isEmpty(cells))
  const columns = header?.cells.map((name) => name.trim()) ?? []
  const table = tableEntries({ columns, rows }, source)
  if (!table.ok) return table
  return { ok: true, collection: { entries: table.entries, asOf: undefined, crsName: null, remarks: told.remarks } }
}

const isEmpty = (cells: readonly string[]): boolean => cells.length === 1 && cells[0]!.trim() === ''

/** The line on which each row begins, from 1: a cell in quotes may go over several. */
function linesOf(data: readonly (readonly string[])[]): readonly number[] {
  let line = 1
  return data.map((cells) => {
    const begins = line
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    return begins
  })
}
