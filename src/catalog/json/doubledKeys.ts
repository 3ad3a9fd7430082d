import { isObject } from '#core/model/values.ts'
import { scanJson } from './scanJson'

/** A key that stands more than once in one object, of which JSON.parse keeps the last without a word. */
export interface DoubledKey {
  readonly path: readonly (string | number)[]
  /** All its values are written alike, but for white space. */
  readonly same: boolean
}

/**
 * Keys of a JSON text that stand more than once in one object; `value` is what JSON.parse made of the text. Few texts
 * have any: one that writes as many keys as its value holds has none, and only the others are read again.
 */
export function doubledKeys(text: string, value: unknown): readonly DoubledKey[] {
  if (heldKeys(value, 0) === writtenKeys(text)) return []
  const found = new Map<string, DoubledKey>()
  scanJson(text, {
    duplicate: (path, same) => {
      const where = JSON.stringify(path)
      const before = found.get(where)
      if (before?.same !== false) found.set(where, { path, same: same() })
    },
  })
  return [...found.values()]
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)

/** How often a quote that is not escaped stands before a colon: as often as keys are written, and rarely oftener. */
function writtenKeys(text: string): number {
  let count = 0
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    let quote = colon - 1
    while (isSpace(text.charCodeAt(quote))) quote -= 1
    if (text.charCodeAt(quote) !== QUOTE) continue
    let before = quote - 1
    while (text.charCodeAt(before) === BACKSLASH) before -= 1
    if ((quote - before) % 2 === 1) count += 1
  }
  return count
}

/** So deep is counted by calls. */
const DEEPEST_CALL = 500

/** Keys in a value, but for those in lists of coordinates, where none belong, or deeper down: such a text is read again. */
function heldKeys(value: unknown, depth: number): number {
  if (depth > DEEPEST_CALL) return 0
  let count = 0
  if (Array.isArray(value)) {
    for (const inner of value) if (typeof inner === 'object') count += heldKeys(inner, depth + 1)
    return count
  }
  if (!isObject(value)) return 0
  for (const key in value) {
    const inner = value[key]
    count += 1
    if (typeof inner === 'object' && key !== 'coordinates') count += heldKeys(inner, depth + 1)
  }
  return count
}
