import type { Catalog } from '#catalog/schema.ts'

const MOST = 6

/** Columns of a feed's table: those a map names for it, else what its popup shows, else the first properties seen. */
export function tableColumns(catalog: Catalog, feed: string, seen: readonly string[]): readonly string[] {
  const named = catalog.maps.find(({ table }) => table?.feed === feed)?.table?.columns
  if (named) return named
  const popup = catalog.layers.find((layer) => layer.feed === feed && layer.popup.length > 0)?.popup
  const columns = popup ?? seen.filter((name) => name !== 'name_en').slice(0, MOST)
  return ['name', ...columns.filter((name) => name !== 'name')]
}
