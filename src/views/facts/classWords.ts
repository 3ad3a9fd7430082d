import type { Catalog } from '#catalog/schema.ts'
import type { LocalText } from '#core/model/feature.ts'

/** Words of coded values by property: what the legend of a feed's layers says, so that table and popup say the same. */
export type ClassWords = ReadonlyMap<string, ReadonlyMap<string, LocalText>>

/** Collects the class titles of every layer of a feed whose classes are told apart by one property. */
export function classWords(catalog: Catalog, feed: string): ClassWords {
  const words = new Map<string, Map<string, LocalText>>()
  for (const { classes, feed: of } of catalog.layers) {
    if (of !== feed || !classes) continue
    const property = propertyOf(classes.by)
    if (property === null) continue
    const known = words.get(property) ?? new Map<string, LocalText>()
    for (const item of classes.items) known.set(String(item.value), item.title)
    words.set(property, known)
  }
  return words
}

/** The property a plain `["get", name]` reads, or null for any other expression. */
function propertyOf(expression: unknown): string | null {
  if (!Array.isArray(expression) || expression[0] !== 'get' || expression.length !== 2) return null
  const name: unknown = expression[1]
  return typeof name === 'string' ? name : null
}
