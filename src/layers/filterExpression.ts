import type { Catalog } from '#catalog/schema.ts'
import type { Expression } from '#core/model/compileExpression.ts'

/** Values wanted by property, as text; the empty text is a property that is not filled. */
type Wishes = Readonly<Record<string, readonly string[]>>

/** A filter as a predicate over features, and what it stands beside; undefined when there is nothing to ask. */
export function filterExpression(filter: Wishes | undefined, beside?: Expression | undefined): Expression | undefined {
  const parts: Expression[] = Object.entries(filter ?? {})
    .filter(([, values]) => values.length > 0)
    .map(([property, values]) => ['in', ['to-string', ['get', property]], ['literal', [...values]]])
  if (beside !== undefined && beside !== null) parts.unshift(beside)
  return parts.length > 1 ? ['all', ...parts] : parts[0]
}

/**
 * The layers of a catalog as tables want them: those of a feed that is filtered, or of which a part is listed, draw only
 * what its table lists.
 */
export function filterLayers<T extends Pick<Catalog, 'layers'>>(
  catalog: T,
  filters: Readonly<Record<string, Wishes>>,
  parts: Readonly<Record<string, Expression>> = {},
): T {
  if (Object.keys(filters).length === 0 && Object.keys(parts).length === 0) return catalog
  return {
    ...catalog,
    layers: catalog.layers.map((layer) => {
      const { feed, base, filter } = layer
      const part = parts[feed]
      if (base || !(filters[feed] || part)) return layer
      const own = part && filter ? ['all', filter, part] : (part ?? filter)
      return { ...layer, filter: filterExpression(filters[feed], own) }
    }),
  }
}
