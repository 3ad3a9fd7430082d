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
