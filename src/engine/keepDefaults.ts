import { completeCatalog, readsOf } from '#catalog/defaults/completeCatalog.ts'
import { type SeenFeed, seenFeed } from '#catalog/defaults/seenFeed.ts'
import type { Catalog, WrittenCatalog } from '#catalog/schema.ts'
import type { CityFeature } from '#core/model/feature.ts'

export interface KeptDefaults {
  open(catalog: WrittenCatalog): void
  /** The catalog with what a reading of a feed shows of it; null where it is as it was. */
  read(feedId: string, features: readonly CityFeature[]): Catalog | null
  /** The layers as they are by now. */
  layers(): Catalog['layers']
}

/** Follows the defaults of the open catalog that depend on what its feeds hold. */
export function keepDefaults(): KeptDefaults {
  const seen = new Map<string, SeenFeed>()
  let written: WrittenCatalog | null = null
  let layers: Catalog['layers'] = []
  return {
    open(catalog) {
      written = catalog
      seen.clear()
      layers = completeCatalog(catalog).layers
    },
    read(feedId, features) {
      const reads = written && readsOf(written, feedId)
      if (!written || !reads) return null
      const now = seenFeed(features, reads)
      if (JSON.stringify(now) === JSON.stringify(seen.get(feedId))) return null
      seen.set(feedId, now)
      const completed = completeCatalog(written, seen)
      layers = completed.layers
      return completed
    },
    layers: () => layers,
  }
}
