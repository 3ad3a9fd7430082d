import type { Catalog } from '#catalog/schema.ts'

/** Told apart by every feature, or shown as a moment: nothing to choose from. */
const NEVER = new Set(['id', 'name', 'name_en', 'time'])

/** Properties of a feed by which its features may fall into kinds: what its layers colour by, then what popups and tables show. */
export function filterProperties(catalog: Pick<Catalog, 'layers' | 'maps'>, feed: string): readonly string[] {
  const layers = catalog.layers.filter((layer) => layer.feed === feed)
  const colours = layers.flatMap(({ classes }): readonly string[] => {
    const by: unknown = classes?.by
    return Array.isArray(by) && by.length === 2 && by[0] === 'get' && typeof by[1] === 'string' ? [by[1]] : []
  })
  const shown = [
    ...layers.flatMap(({ popup }) => popup),
    ...catalog.maps.flatMap(({ table }) => (table?.feed === feed ? table.columns : [])),
  ]
  return [...new Set([...colours, ...shown])].filter((property) => !NEVER.has(property))
}
