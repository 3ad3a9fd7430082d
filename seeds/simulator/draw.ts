/**
 * A number in [0, 1) that depends on nothing but its arguments: the same on every machine, 32-bit whole-number
 * arithmetic only. `salts` are whole numbers (their low 32 bits count) that say what is drawn and which time it is.
 */
export function draw(seed: number, ...salts: readonly number[]): number {
  let hash = (2166136261 ^ seed) >>> 0
  for (const salt of salts) {
    hash = Math.imul(hash ^ (salt | 0), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39)
  return ((hash ^ (hash >>> 15)) >>> 0) / 4294967296
}
