import { completeCatalog } from '#catalog/defaults/completeCatalog.ts'
import { type Catalog, type CatalogFeed, catalogSchema } from '#catalog/schema.ts'

const CITY = { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] }

/** A catalog with every default; the city, feeds and indicators need not be given. For tests. */
export function wholeCatalog(parts: object = {}): Catalog {
  return completeCatalog(catalogSchema.parse({ version: 1, city: CITY, feeds: [], indicators: [], ...parts }))
}

/** A feed with every default. For tests. */
export function wholeFeed(feed: object): CatalogFeed {
  const [whole] = wholeCatalog({
    feeds: [{ id: 'feed', record: 'place', source: { url: 'feed.geojson' }, ...feed }],
  }).feeds
  if (!whole) throw new Error('no feed')
  return whole
}
