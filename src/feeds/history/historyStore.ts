import { createStore, delMany, getMany, keys, setMany, type UseStore } from 'idb-keyval'

/** Where history is kept: keys in order, values of any clonable kind. */
export interface HistoryStore {
  keys(): Promise<readonly string[]>
  get(keys: readonly string[]): Promise<readonly unknown[]>
  put(entries: readonly (readonly [key: string, value: unknown])[]): Promise<void>
  remove(keys: readonly string[]): Promise<void>
}

/** Kept as long as the page lives. */
export function memoryHistory(): HistoryStore {
  const held = new Map<string, unknown>()
  return {
    keys: async () => [...held.keys()].sort(),
    get: async (keys) => keys.map((key) => held.get(key)),
    put: async (entries) => {
      for (const [key, value] of entries) held.set(key, value)
    },
    remove: async (keys) => {
      for (const key of keys) held.delete(key)
    },
  }
}

/** Kept in this browser, or in memory where it has no store: in private windows, on full disks. */
export function browserHistory(): HistoryStore {
  let inner: UseStore | null = null
  const store = (): UseStore => {
    inner ??= createStore('one-map-history', 'changes')
    return inner
  }
  const memory = memoryHistory()
  const orMemory = async <T>(browser: () => Promise<T>, instead: () => Promise<T>): Promise<T> => {
    if (forbidden) return instead()
    try {
      return await browser()
    } catch {
      forbidden = true
      return instead()
    }
  }
  let forbidden = typeof indexedDB === 'undefined'
  return {
    keys: () => orMemory(async () => (await keys<string>(store())).sort(), memory.keys),
    get: (wanted) =>
      orMemory(
        () => getMany([...wanted], store()),
        () => memory.get(wanted),
      ),
    put: (entries) =>
      orMemory(
        () =>
          setMany(
            entries.map(([key, value]) => [key, value]),
            store(),
          ),
        () => memory.put(entries),
      ),
    remove: (gone) =>
      orMemory(
        () => delMany([...gone], store()),
        () => memory.remove(gone),
      ),
  }
}
