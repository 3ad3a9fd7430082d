/** Deterministic random numbers. Each part of the city draws from its own named stream, so parts stay independent. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform in [low, high). */
  between(low: number, high: number): number
  /** Whole number in [low, high]. */
  whole(low: number, high: number): number
  /** True with the given probability. */
  chance(probability: number): boolean
  /** One of the values; throws when there is none. */
  pick<T>(values: readonly T[]): T
  /** The same values in another order. */
  shuffle<T>(values: readonly T[]): T[]
}

/** The one seed of the demonstration city. */
const citySeed = 370883

/** FNV-1a of the name, mixed with the seed: 32 bits. */
function hashName(seed: number, name: string): number {
  let hash = (2166136261 ^ seed) >>> 0
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 16777619) >>> 0
  }
  return hash
}

/**
 * A stream of random numbers (mulberry32) for one named part. The same seed and name give the same stream on every
 * platform: only 32-bit whole-number arithmetic is used.
 */
export function random(name: string, seed: number = citySeed): Random {
  let state = hashName(seed, name)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    whole,
    chance: (probability) => next() < probability,
    pick: (values) => {
      const value = values[whole(0, values.length - 1)]
      if (value === undefined) throw new Error(`nothing to pick from in stream ${name}`)
      return value
    },
    shuffle: (values) => {
      const order = [...values]
      for (let index = order.length - 1; index > 0; index--) {
        const other = whole(0, index)
        const held = order[index]!
        order[index] = order[other]!
        order[other] = held
      }
      return order
    },
  }
}
