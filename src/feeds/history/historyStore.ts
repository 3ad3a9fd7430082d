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
