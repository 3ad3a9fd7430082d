/** A store by key that holds at most so many values and lets the longest unused one go. */
export interface NewestFirst<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
  clear(): void
}

export function newestFirst<T>(most: number): NewestFirst<T> {
  const values = new Map<string, T>()
  const set = (key: string, value: T) => {
    values.delete(key)
    values.set(key, value)
    if (values.size <= most) return
    const [oldest] = values.keys()
    if (oldest !== undefined) values.delete(oldest)
  }
  return {
    get(key) {
      const value = values.get(key)
      if (value !== undefined) set(key, value)
      return value
    },
    set,
    clear: () => values.clear(),
  }
}
