import type { Change } from './readMessage'

/** Changes kept back, the newest per feature. */
export interface Coalescer {
  readonly size: number
  /** False when a change of one more feature than the bound was offered: it and all kept back are gone. */
  add(change: Change): boolean
  /** All that is kept back, in the order in which features first changed; nothing is kept back afterwards. */
  take(): readonly Change[]
  /** Lets all go and says how many. */
  clear(): number
}

/**
 * Keeps the newest change of each feature, of at most `maximumIds` features: one that is older by its own time than what is
 * kept does not replace it, and of equal times, or where one has none, the later arrival wins. `keepsOlder`: what is
 * replaced by something newer goes with it, of each feature the last few, and all in all no more than `maximumIds`.
 */
export function createCoalescer(maximumIds: number, keepsOlder = false): Coalescer {
  let newest = new Map<string, Change>()
  let older = 0
  const withOlder = (kept: Change | undefined, come: Change): Change => {
    const newer = newerOf(kept, come)
    if (!keepsOlder || kept?.kind !== 'put' || come.kind !== 'put' || newer.kind !== 'put') return newer
    const before = kept.older ?? []
    const [late, than] = isOlder(come.time, kept.time) ? [come, kept] : [kept, come]
    if (!isOlder(late.time, than.time) || older >= maximumIds)
      return before.length > 0 ? { ...newer, older: before } : newer
    const all = [...before, late.feature].slice(-MOST_OLDER)
    older += all.length - before.length
    return { ...newer, older: all }
  }
  return {
    get size() {
      return newest.size
    },
    add(change) {
      newest.set(change.id, withOlder(newest.get(change.id), change))
      if (newest.size <= maximumIds) return true
      newest = new Map()
      older = 0
      return false
    },
    take() {
      const taken = [...newest.values()]
      newest = new Map()
      older = 0
      return taken
    },
    clear() {
      const { size } = newest
      newest = new Map()
      older = 0
      return size
    },
  }
}

/** Of one feature, between two batches. */
const MOST_OLDER = 64

function newerOf(kept: Change | undefined, come: Change): Change {
  if (!kept) return come
  if (isOlder(come.time, kept.time)) return kept
  // What is gone without a time is gone as of the newest that was known of it.
  if (come.kind === 'gone') return { ...come, time: come.time ?? kept.time }
  const afterGone = kept.kind === 'gone' ? { time: kept.time } : kept.afterGone
  return afterGone ? { ...come, afterGone } : come
}

/** Whether something is older by its own time than something else: never where one of the two has none. */
export const isOlder = (time: number | null, than: number | null): boolean =>
  time !== null && than !== null && time < than
