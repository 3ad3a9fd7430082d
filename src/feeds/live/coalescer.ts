import type { Change } from './readMessage'

/** Changes kept back, the latest per feature. */
export interface Coalescer {
  readonly size: number
  /** False when a change of one more feature than the bound was offered: it and all kept back are gone. */
  add(change: Change): boolean
  /** All that is kept back, in the order in which features first changed; nothing is kept back afterwards. */
  take(): readonly Change[]
  /** Lets all go and says how many. */
  clear(): number
}

/** Keeps the latest change of each feature, of at most `maximumIds` features. */
export function createCoalescer(maximumIds: number): Coalescer {
  let latest = new Map<string, Change>()
  return {
    get size() {
      return latest.size
    },
    add(change) {
      latest.set(change.id, change)
      if (latest.size <= maximumIds) return true
      latest = new Map()
      return false
    },
    take() {
      const taken = [...latest.values()]
      latest = new Map()
      return taken
    },
    clear() {
      const { size } = latest
      latest = new Map()
      return size
    },
  }
}
