import type { Catalog } from '#catalog/schema.ts'

/** Feeds of a map that can be shown as a table: the one its catalog entry names first, then those of its layers. */
export function mapFeeds(catalog: Pick<Catalog, 'layers' | 'maps'>, mapId: string): readonly string[] {
  const map = catalog.maps.find(({ id }) => id === mapId)
  if (!map) return []
  const drawn = map.layers.flatMap((id) => catalog.layers.find((layer) => layer.id === id && !layer.base)?.feed ?? [])
  return [...new Set([...(map.table ? [map.table.feed] : []), ...drawn])]
}
