/** The seed of a text such as a feature's id: FNV-1a, 32 bits. */
export function seedOf(text: string): number {
  let hash = 2166136261
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619)
  return hash >>> 0
}

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

/**
 * Smooth noise in [-1, 1] along one axis: values drawn at whole numbers, joined without a corner. What is closer than
 * 1 hangs together, what is farther than 2 does not. `salt` picks one of many independent noises of a seed.
 */
export function valueNoise(seed: number, salt: number, at: number): number {
  const step = Math.floor(at)
  const share = at - step
  const ease = share * share * (3 - 2 * share)
  const before = draw(seed, salt, step)
  return 2 * (before + (draw(seed, salt, step + 1) - before) * ease) - 1
}
