import type { World } from '#core/model/world.ts'

/** Hands a file to the browser. */
export function downloadBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob)
  downloadUrl(name, url)
  // The browser has taken the address by the end of the click's task.
  setTimeout(() => URL.revokeObjectURL(url), 0)
}

/** Hands what is under an address of the page to the browser as a file. */
function downloadUrl(name: string, url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

/** Hands a text to the browser as a file. */
export function downloadText(name: string, text: string, type: string): void {
  downloadBlob(name, new Blob([text], { type }))
}

/** The beginning of a file's name: of what was, or is only planned, the name says so. */
export const fileStem = (what: string, { kind }: World): string => (kind === 'now' ? what : `${what}.${kind}`)

export type CsvCell = string | number | boolean | null

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * CSV text that Chinese Excel opens as it is: UTF-8 with byte order mark, CRLF line ends, text quoted. Digits too many
 * for a spreadsheet's numbers (20-digit ids) and text that it would run or reshape is kept as text by a leading tab.
 */
export function toCsv(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`)
  return BYTE_ORDER_MARK + lines.join('')
}

function cellText(cell: CsvCell): string {
  if (cell === null) return ''
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
