import { decodeText, type Encoding } from './decodeText'
import { type JsonWant, scanJson } from './scanJson'

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

export type JsonReading =
  | { readonly ok: true; readonly value: unknown; readonly text: string }
  | { readonly ok: false; readonly problem: JsonProblem; readonly text: string }

/** JSON of UTF-8 bytes or of text. What cannot be read is located. */
export function readJson(source: Uint8Array | string): JsonReading {
  const decoded = typeof source === 'string' ? { ok: true as const, text: source, bom: false } : decodeText(source)
  if (!decoded.ok) {
    return { ok: false, problem: { kind: 'encoding', byte: decoded.byte, looksLike: decoded.looksLike }, text: '' }
  }
  const text = decoded.text.startsWith('\uFEFF') ? decoded.text.slice(1) : decoded.text
  if (text.trim() === '') return { ok: false, problem: { kind: 'empty' }, text }
  try {
    return { ok: true, value: JSON.parse(text), text }
  } catch (error) {
    const failure = scanJson(text)
    if (failure === null) throw error
    const before = text.slice(0, failure.offset)
    const lines = before.split(/\r\n|\r|\n/)
    return {
      ok: false,
      text,
      problem: {
        kind: failure.truncated ? 'truncated' : 'syntax',
        wants: failure.wants,
        line: lines.length,
        column: (lines.at(-1)?.length ?? 0) + 1,
        byte: new TextEncoder().encode(before).length + (decoded.bom ? 3 : 0),
        found: /^[^\r\n]{0,20}/.exec(text.slice(failure.offset))?.[0] ?? '',
      },
    }
  }
}
