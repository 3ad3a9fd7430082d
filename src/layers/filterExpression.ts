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

/** The layers of a catalog as filtered tables want them: those of a filtered feed draw only what its table lists. */
export function filterLayers<T extends Pick<Catalog, 'layers'>>(
  catalog: T,
  filters: Readonly<Record<string, Wishes>>,
): T {
  if (Object.keys(filters).length === 0) return catalog
  return {
    ...catalog,
    layers: catalog.layers.map((layer) => {
      const wishes = filters[layer.feed]
      return wishes && !layer.base ? { ...layer, filter: filterExpression(wishes, layer.filter) } : layer
    }),
  }
}
