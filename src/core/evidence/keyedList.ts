/** Members that name an element of a list, by the name of the list. */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  subjects: ['feed', 'id'],
  feeds: ['id'],
  parts: ['id'],
  quarantined: ['index'],
  notices: ['code'],
}

/** The elements of a list by identity, else by position; the second of one identity is `… (2)`. In the order given. */
export function keyedList(name: string | undefined, list: readonly unknown[]): ReadonlyMap<string, unknown> {
  const names = name === undefined ? undefined : IDENTITY[name]
  const keyed = new Map<string, unknown>()
  list.forEach((element, index) => {
    const key = (names && identity(element, names)) ?? String(index)
    let free = key
    for (let count = 2; keyed.has(free); count++) free = `${key} (${count})`
    keyed.set(free, element)
  })
  return keyed
}

function identity(element: unknown, names: readonly string[]): string | null {
  if (typeof element !== 'object' || element === null) return null
  const parts = names.map((name) => Object.entries(element).find(([key]) => key === name)?.[1])
  return parts.every((part) => typeof part === 'string' || typeof part === 'number') ? parts.join('/') : null
}
