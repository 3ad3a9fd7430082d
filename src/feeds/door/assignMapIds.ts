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
