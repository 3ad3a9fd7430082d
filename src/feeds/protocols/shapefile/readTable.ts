/** The rows of a .dbf file: properties of each, in its order; null for a row that is marked as deleted. */
export type DbfRead =
  | {
      readonly ok: true
      readonly rows: readonly (Readonly<Record<string, unknown>> | null)[]
      readonly encoding: 'utf-8' | 'gb18030'
    }
  | { readonly ok: false; readonly byte: number; readonly wants: 'header' | 'record' | 'text' }

interface Field {
  readonly name: Uint8Array
  readonly kind: string
  readonly at: number
  readonly length: number
}

const DESCRIPTOR = 32
const END_OF_HEADER = 0x0d
const DELETED = 0x2a

/**
 * A dBASE table. Its text is UTF-8 where all of it is that, else GB18030, whatever a .cpg says; a name or cell that was cut inside a
 * character loses the rest of it. Numbers that do not fit their column, and empty cells, are null; a date is written year-month-day.
 */
export function readTable(bytes: Uint8Array): DbfRead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < DESCRIPTOR + 1) return { ok: false, byte: bytes.length, wants: 'header' }
  const count = view.getUint32(4, true)
  const first = view.getUint16(8, true)
  const width = view.getUint16(10, true)
  const fields = fieldsOf(bytes, view, first)
  if (!fields || width < 1 || fields.some(({ at, length }) => at + length > width))
    return { ok: false, byte: DESCRIPTOR, wants: 'header' }
  if (first + count * width > bytes.length) return { ok: false, byte: bytes.length, wants: 'record' }
  const cell = (row: number, { at, length }: Field) => {
    const start = first + row * width + at
    return bytes.subarray(start, start + length)
  }
  const texts = fields.filter(({ kind }) => kind === 'C')
  const all = [...fields.map(({ name }) => name)]
  for (let row = 0; row < count; row++) for (const field of texts) all.push(cell(row, field))
  const encoding = (['utf-8', 'gb18030'] as const).find((each) => all.every((part) => decoded(part, each) !== null))
  if (!encoding) return { ok: false, byte: first, wants: 'text' }
  const names = fields.map(({ name }) => decoded(name, encoding)!.trim())
  const rows = Array.from({ length: count }, (_, row) => {
    if (bytes[first + row * width] === DELETED) return null
    const values = fields.map((field, at) => [names[at]!, cellValue(cell(row, field), field.kind, encoding)] as const)
    return Object.fromEntries(values.filter(([name]) => name !== '' && name !== '__proto__'))
  })
  return { ok: true, rows, encoding }
}

function fieldsOf(bytes: Uint8Array, view: DataView, first: number): readonly Field[] | null {
  const fields: Field[] = []
  let at = 1
  for (let start = DESCRIPTOR; bytes[start] !== END_OF_HEADER; start += DESCRIPTOR) {
    if (start + DESCRIPTOR > Math.min(first, bytes.length)) return null
    const written = bytes.subarray(start, start + 11)
    const end = written.indexOf(0)
    const length = view.getUint8(start + 16)
    const kind = String.fromCharCode(bytes[start + 11]!)
    fields.push({ name: end < 0 ? written : written.subarray(0, end), kind, at, length })
    at += length
  }
  return fields
}

/** Text without the spaces and zeros that fill it, nor a character that was cut at the end of a full cell; null: it is not in this encoding. */
function decoded(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | null {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] === 0x20 || bytes[end - 1] === 0)) end--
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, end), { stream: end === bytes.length })
  } catch {
    return null
  }
}

function cellValue(bytes: Uint8Array, kind: string, encoding: 'utf-8' | 'gb18030'): unknown {
  if (kind === 'I' && bytes.length === 4) return new DataView(bytes.buffer, bytes.byteOffset, 4).getInt32(0, true)
  const text = decoded(bytes, encoding)?.trim() ?? ''
  if (text === '') return null
  switch (kind) {
    case 'N':
    case 'F': {
      const number = Number(text)
      return Number.isFinite(number) ? number : null
    }
    case 'L':
      return /^[YyTt]$/.test(text) ? true : /^[NnFf]$/.test(text) ? false : null
    case 'D':
      return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : text
    default:
      return text
  }
}
