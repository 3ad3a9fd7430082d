import { shanghaiTime } from '../model/time'
import { isMoment, type OutCell, type OutTable } from './outTable'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * CSV text that Chinese Excel opens as it is: UTF-8 with byte order mark, CRLF line ends, text quoted. Digits too many
 * for a spreadsheet's numbers (20-digit ids) and text that it would run or reshape is kept as text by a leading tab.
 * Moments are written in ISO 8601, in the time of Asia/Shanghai.
 */
export function toCsv({ head, rows }: OutTable): string {
  const lines = [head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`)
  return BYTE_ORDER_MARK + lines.join('')
}

function cellText(cell: OutCell): string {
  if (cell === null) return ''
  if (isMoment(cell)) return shanghaiTime(cell.moment)?.slice(0, cell.day ? 10 : undefined) ?? ''
  if (typeof cell !== 'string') return String(cell)
  const kept = RUN.test(cell) || isReshaped(cell) ? `\t${cell}` : cell
  return /[",\r\n\t]/.test(kept) ? `"${kept.replaceAll('"', '""')}"` : kept
}

/** What a spreadsheet takes for a formula, behind spaces and in full width too; and a space or control that it may take off. */
const RUN = /^(?:[\s\p{Cc}\p{Cf}]|[=+\-@|%＝＋－＠])/u

/** Text that a spreadsheet would show as something else: `0101`, `1e5`, `1.50`, `1,234`, `3-4`, `3/4`, many digits. */
function isReshaped(text: string): boolean {
  if (/^\d{12,}$|^\d{1,4}[-/]\d{1,2}$|^\d{1,3}(?:,\d{3})+$/.test(text)) return true
  const number = text === '' ? Number.NaN : Number(text)
  return Number.isFinite(number) && String(number) !== text
}
