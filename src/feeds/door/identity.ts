import type { CatalogFeed } from '#catalog/schema.ts'
import type { RawEntry } from '../protocols/protocol'
import { QuarantineError } from './noticeLog'
import { QUARANTINE } from './reasons'

/**
 * Identity of a feature as text: the property that `fields.id` names, else the GeoJSON id, else a property `id`. Null
 * where there is none. An integer beyond 2^53 has lost digits on parsing and is quarantined as it was written.
 */
export function readIdentity(
  entry: RawEntry,
  feature: Readonly<Record<string, unknown>>,
  properties: Readonly<Record<string, unknown>>,
  fields: CatalogFeed['fields'],
): string | null {
  const named = fields.id
  const candidates: readonly (readonly [unknown, readonly string[]])[] = [
    ...(named === undefined ? [] : [[properties[named], ['properties', named]] as const]),
    [feature.id, ['id']],
    [properties.id, ['properties', 'id']],
  ]
  const found = candidates.find(([value]) => value !== undefined && value !== null && value !== '')
  if (found === undefined) return null
  const [value, path] = found
  if (typeof value === 'string') return value
  if (typeof value !== 'number') throw new QuarantineError('id', QUARANTINE.idWrongKind(value))
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new QuarantineError('id', QUARANTINE.idTooLarge(entry.writtenNumber(path) ?? String(value)))
  }
  return String(value)
}

export interface UniqueId {
  readonly id: string
  /** The id stood before in the feed, and got a number. */
  readonly numbered: boolean
}

/**
 * A unique id for each feature, in order: its own; with `#2`, `#3`, … where it stood before; `#` and its index where it
 * has none. A made id never takes one that a feature has of its own.
 */
export function uniqueIds(features: readonly { readonly id: string | null; readonly index: number }[]): UniqueId[] {
  const own = new Set(features.flatMap(({ id }) => (id === null ? [] : [id])))
  const used = new Set<string>()
  // The next number of each base: a feed may repeat one id ten thousand times.
  const next = new Map<string, number>()
  const free = (base: string, first: number): string => {
    let number = Math.max(first, next.get(base) ?? first)
    while (own.has(`${base}#${number}`) || used.has(`${base}#${number}`)) number += 1
    next.set(base, number + 1)
    return `${base}#${number}`
  }
  return features.map(({ id, index }) => {
    const numbered = id !== null && used.has(id)
    const unique = id === null ? free('', index) : numbered ? free(id, 2) : id
    used.add(unique)
    return { id: unique, numbered }
  })
}

/**
 * A number for each id, for map feature-state, which loses text ids. It is a 32-bit hash of the text, never 0, so that
 * the same id keeps its number when the feed is read again with other features in it; of two ids with one hash the
 * later in code-unit order takes the next free number. `ids` are unique.
 */
export function assignMapIds(ids: readonly string[]): ReadonlyMap<string, number> {
  const taken = new Set<number>()
  const numbers = new Map<string, number>()
  for (const id of [...ids].sort()) {
    const number = mapIdOf(id, (other) => taken.has(other))
    taken.add(number)
    numbers.set(id, number)
  }
  return numbers
}

/** The number of one id beside those `taken`. */
export function mapIdOf(id: string, taken: (number: number) => boolean): number {
  let number = hash(id)
  while (number === 0 || taken(number)) number = (number + 1) >>> 0
  return number
}

/** FNV-1a over UTF-16 units, its bits then mixed (the last step of MurmurHash3), as an unsigned 32-bit integer. */
function hash(text: string): number {
  let bits = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193)
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
