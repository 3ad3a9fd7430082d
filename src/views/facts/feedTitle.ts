import type { Catalog } from '#catalog/schema.ts'
import type { LocalText } from '#core/model/text.ts'

/** Title of a feed, or its id where the catalog gives none. */
export function feedTitle(catalog: Catalog, id: string): LocalText {
  return catalog.feeds.find((feed) => feed.id === id)?.title ?? { zh: id }
}
