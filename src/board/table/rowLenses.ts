import type { Catalog, Lens } from '#catalog/schema.ts'
import type { StandardRow } from '#core/model/standard.ts'

/** The plan's four lenses are the first four themes of the standard; the other themes belong to none. */
const LENS_OF_CATEGORY: Readonly<Record<string, Lens>> = {
  数字政府: 'youzheng',
  数字惠民: 'huimin',
  数字经济: 'xingye',
  基础设施: 'qiangji',
}

/** The lenses a row is seen through: that of its theme, and those of the layers that show the feeds it is measured from. */
export function rowLenses(
  row: StandardRow,
  catalog: Catalog,
  feedsByIndicator: Readonly<Record<string, readonly string[]>>,
): ReadonlySet<Lens> {
  const own = LENS_OF_CATEGORY[row.category.zh]
  const feeds = feedsByIndicator[row.id] ?? []
  const shown = catalog.layers.filter((layer) => feeds.includes(layer.feed)).flatMap((layer) => layer.lens)
  return new Set(own ? [own, ...shown] : shown)
}
