import type { Catalog } from '#catalog/schema.ts'
import { type InsideSpec, warningsSpec } from './warningsSpec'

/** What the catalog wants counted in the areas of a feed of warnings: what the first card about it says. */
export function insideSpecs(catalog: Catalog, feed: string): readonly InsideSpec[] {
  for (const { cards } of catalog.maps) {
    for (const card of cards) {
      if (card.kind !== 'warnings' || card.feed !== feed) continue
      const read = warningsSpec.safeParse(card)
      if (read.success) return read.data.inside
    }
  }
  return []
}
