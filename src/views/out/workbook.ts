import { strToU8, Zip, ZipDeflate } from 'fflate'
import { isMoment, type OutCell, type OutTable } from '#core/table/outTable.ts'

/** One sheet of a workbook: its first row stays in sight. */
export interface OutSheet extends OutTable {
  readonly name: string
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Day 0 of a spreadsheet before the first of January 1970. */
const DAYS_TO_1970 = 25_569
/** What a spreadsheet holds at most. */
const MOST_ROWS = 1_048_576
const MOST_TEXT = 32_767
/** Text is gathered up to this length before it is packed. */
const PIECE = 65_536
/** Columns no wider than so many letters. */
const WIDEST = 60
/** Rows that a column's width is taken from. */
const MEASURED = 200

/** Places in `cellXfs` of the styles below. */
const STYLE = { head: 1, text: 2, day: 3, moment: 4 } as const
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Text is formatted as text: nothing in it becomes a formula, not even when somebody edits the cell. */
const STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>` +
  '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/**
 * An XLSX workbook: text is text, numbers are numbers and moments are dates of Asia/Shanghai. It is written row by row;
 * `rest` is waited for between two pieces.
 * @throws RangeError for a table with more rows than a sheet holds
 */
export async function workbook(sheets: readonly OutSheet[], rest: () => Promise<void>): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(new Uint8Array(chunk))
  })
  const add = async (name: string, pieces: Iterable<string>): Promise<void> => {
    const file = new ZipDeflate(name, { level: 6 })
    zip.add(file)
    for (const piece of pieces) {
      file.push(strToU8(piece))
      await rest()
    }
    file.push(new Uint8Array(0), true)
  }
  const numbers = sheets.map((_, at) => at + 1)
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${TYPE}.${type}+xml"/>`
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
  const relations = (all: readonly string[]) =>
    `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
  await add('[Content_Types].xml', [
    `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    part('/xl/workbook.xml', 'sheet.main'),
    part('/xl/styles.xml', 'styles'),
    ...numbers.map((number) => part(`/xl/worksheets/sheet${number}.xml`, 'worksheet')),
    '</Types>',
  ])
  await add('_rels/.rels', [relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')])])
  const names = sheetNames(sheets)
  await add('xl/workbook.xml', [
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>`,
    ...numbers.map((number, at) => `<sheet name="${escaped(names[at]!)}" sheetId="${number}" r:id="rId${number}"/>`),
    '</sheets></workbook>',
  ])
  await add('xl/_rels/workbook.xml.rels', [
    relations([
      ...numbers.map((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)),
      relation('rIdStyles', 'styles', 'styles.xml'),
    ]),
  ])
  await add('xl/styles.xml', [STYLES])
  for (const [at, sheet] of sheets.entries()) await add(`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet))
  zip.end()
  return new Blob(chunks, { type: `${TYPE}.sheet` })
}

function* sheetXml({ head, rows }: OutTable): Generator<string> {
  if (rows.length + 1 > MOST_ROWS) throw new RangeError(`${rows.length} > ${MOST_ROWS - 1}`)
  const last = `${columnName(Math.max(0, head.length - 1))}${rows.length + 1}`
  yield `${XML}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths({ head, rows })}</cols><sheetData>`
  let piece = ''
  for (const [at, row] of [head, ...rows].entries()) {
    piece += `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${columnName(column)}${at + 1}`, at === 0)).join('')}</row>`
    if (piece.length < PIECE) continue
    yield piece
    piece = ''
  }
  yield `${piece}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`
}

function cellXml(cell: OutCell, place: string, isHead: boolean): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`
  if (isMoment(cell)) {
    // Seconds at most: a fraction of a day carries no more.
    const days = Math.round((cell.moment + 8 * HOUR) / 1000) / (DAY / 1000) + DAYS_TO_1970
    return `<c r="${place}" s="${cell.day ? STYLE.day : STYLE.moment}"><v>${days}</v></c>`
  }
  const text = String(cell)
  const held = text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text
  return `<c r="${place}" t="inlineStr" s="${isHead ? STYLE.head : STYLE.text}"><is><t xml:space="preserve">${escaped(held)}</t></is></c>`
}

/** Text in a part of a workbook. What XML cannot say is written `_x0001_`, as spreadsheets read it; so is what looks like it. */
const escaped = (text: string): string =>
  text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML cannot say are looked for
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (char) => `_x${hex(char)}_`)
    .replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

const hex = (char: string): string => char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** A, B, … Z, AA, … */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}

/** Names that a workbook allows, each once. */
function sheetNames(sheets: readonly OutSheet[]): readonly string[] {
  const taken = new Set<string>()
  return sheets.map(({ name }, at) => {
    const plain = name
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 31)
      .trim()
    const own = plain === '' || taken.has(plain.toLowerCase()) ? `${plain.slice(0, 27)} (${at + 1})`.trim() : plain
    taken.add(own.toLowerCase())
    return own
  })
}

function widths({ head, rows }: OutTable): string {
  const measured = [head, ...rows.slice(0, MEASURED)]
  return head
    .map((_, at) => {
      const widest = Math.max(...measured.map((row) => lettersOf(row[at] ?? null)))
      return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(WIDEST, widest + 2)}" customWidth="1"/>`
    })
    .join('')
}

/** Chinese letters are twice as wide. */
const lettersOf = (cell: OutCell): number =>
  isMoment(cell)
    ? cell.day
      ? 10
      : 19
    : [...String(cell ?? '')].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)
