import { decodeText, type Encoding } from './decodeText'
import { isDeeperThan } from './deeperThan'
import { type JsonFailure, type JsonWant, scanJson } from './scanJson'

/** Why bytes are no JSON, and where: line and column from 1 (in characters), byte from 0. */
export type JsonProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'encoding'; readonly byte: number; readonly looksLike: Encoding }
  | {
      readonly kind: 'syntax' | 'truncated'
      readonly wants: JsonWant
      readonly line: number
      readonly column: number
      readonly byte: number
      /** The characters that stand there, or empty at the end of the text. */
      readonly found: string
    }

/** A number that is none (`NaN`, `Infinity`), where it stood and how it was written. */
export interface NotFinite {
  readonly path: readonly (string | number)[]
  readonly written: string
}

export type JsonReading =
  | {
      readonly ok: true
      readonly value: unknown
      /** As it was parsed. */
      readonly text: string
      /** What was read as null; there is none but where it is asked for. */
      readonly notFinite: readonly NotFinite[]
    }
  | { readonly ok: false; readonly problem: JsonProblem; readonly text: string }

interface Leniency {
  /** Reads `NaN` and `Infinity`, which are no JSON, as null. */
  readonly nullNotFinite?: boolean
  /** Refuses what is nested deeper; without it any depth is read. */
  readonly deepest?: number
}

/** JSON of UTF-8 bytes or of text. What cannot be read is located. */
export function readJson(source: Uint8Array | string, { nullNotFinite, deepest }: Leniency = {}): JsonReading {
  const decoded = typeof source === 'string' ? { ok: true as const, text: source, bom: false } : decodeText(source)
  if (!decoded.ok) {
    const { byte, looksLike } = decoded
    if (looksLike !== 'cut') return { ok: false, problem: { kind: 'encoding', byte, looksLike }, text: '' }
    const { text } = decoded
    const end = { offset: text.length, wants: 'string-end', truncated: true } as const
    return { ok: false, text, problem: { ...located(end, text, 0), byte } }
  }
  const text = decoded.text.startsWith('\uFEFF') ? decoded.text.slice(1) : decoded.text
  const refuse = (failure: JsonFailure): JsonReading => ({
    ok: false,
    text,
    problem: located(failure, text, decoded.bom ? 3 : 0),
  })
  if (text.trim() === '') return { ok: false, problem: { kind: 'empty' }, text }
  try {
    const value: unknown = JSON.parse(text)
    const tooDeep = deepest !== undefined && isDeeperThan(deepest, value) ? scanJson(text, {}, deepest) : null
    return tooDeep ? refuse(tooDeep) : { ok: true, value, text, notFinite: [] }
  } catch (error) {
    const mended = nullNotFinite ? withNulls(text) : null
    if (mended) return { ok: true, value: JSON.parse(mended.text), ...mended }
    const failure = scanJson(text)
    if (failure === null) throw error
    return refuse(failure)
  }
}

/** The text with null for each number that is none; null where it is no JSON for all that. */
function withNulls(text: string): { readonly text: string; readonly notFinite: readonly NotFinite[] } | null {
  const notFinite: NotFinite[] = []
  const pieces: string[] = []
  let copied = 0
  const failure = scanJson(text, {
    notFinite: (path, written, offset) => {
      notFinite.push({ path: [...path], written })
      pieces.push(text.slice(copied, offset), 'null')
      copied = offset + written.length
    },
  })
  if (failure !== null) return null
  pieces.push(text.slice(copied))
  return { text: pieces.join(''), notFinite }
}

function located({ offset, wants, truncated }: JsonFailure, text: string, bomBytes: number) {
  const before = text.slice(0, offset)
  const lines = before.split(/\r\n|\r|\n/)
  return {
    kind: truncated ? ('truncated' as const) : ('syntax' as const),
    wants,
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    byte: new TextEncoder().encode(before).length + bomBytes,
    found: /^[^\r\n]{0,20}/.exec(text.slice(offset))?.[0] ?? '',
  }
}
