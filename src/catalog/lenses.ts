import type { StandardRow } from '#core/model/standard.ts'
import type { Catalog, CatalogLayer, CatalogLens, CatalogMap } from './schema'

type WithLenses = Pick<Catalog, 'lenses'>

/** Ids of the lenses a layer is of: those it names, and those that name it. */
const lensesOfLayer = ({ lenses }: WithLenses, { id, lens }: CatalogLayer): readonly string[] => [
  ...lens,
  ...lenses.filter(({ layers }) => layers.includes(id)).map((one) => one.id),
]

/** Whether a layer is seen through a lens (null: no lens): it is of the lens, or of none. */
export function isSeenThrough(catalog: WithLenses, layer: CatalogLayer, lens: string | null): boolean {
  if (lens === null) return true
  const own = lensesOfLayer(catalog, layer)
  return own.length === 0 || own.includes(lens)
}

/** The lenses a map offers, in the catalog's order. */
export const lensesOfMap = ({ lenses }: WithLenses, map: CatalogMap): readonly CatalogLens[] =>
  lenses.filter(({ id, maps }) => map.lenses.includes(id) || maps.includes(map.id))

/**
 * Ids of the lenses a row of the standard is seen through: those that name it or its theme, and those of the layers that
 * show `feeds`, from which it is measured.
 */
export function lensesOfRow(
  catalog: Pick<Catalog, 'lenses' | 'layers'>,
  row: StandardRow,
  feeds: readonly string[],
): ReadonlySet<string> {
  const own = catalog.lenses.filter(
    ({ rows, categories }) => rows.includes(row.id) || categories.includes(row.category.zh),
  )
  const shown = catalog.layers.filter((layer) => feeds.includes(layer.feed))
  return new Set([...own.map(({ id }) => id), ...shown.flatMap((layer) => lensesOfLayer(catalog, layer))])
}
