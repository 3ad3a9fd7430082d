import type { Catalog } from '#catalog/schema.ts'
import { propertiesRead } from '#core/model/propertiesRead.ts'

/** The names that the program's own labels read. */
const NAMES = ['name', 'name_en']

/**
 * Properties of a feed that the layers of a catalog read, by the look of their styles, filters, labels and classes; null
 * where any may be.
 */
export function drawnProperties(layers: Catalog['layers'], feed: string): ReadonlySet<string> | null {
  const own = layers.filter((layer) => layer.feed === feed)
  // What a deck.gl kind reads stands in no expression.
  if (own.some(({ style }) => style.some((part) => 'deck' in part))) return null
  const read = propertiesRead(...own.map(({ style, filter, label, classes }) => ({ style, filter, label, classes })))
  return read && new Set([...read, ...NAMES])
}
