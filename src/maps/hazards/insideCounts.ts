import type { CardOf } from '#catalog/cards/cards.ts'
import type { Catalog } from '#catalog/schema.ts'

export type InsideSpec = CardOf<'warnings'>['inside'][number]

/** What the catalog wants counted in the areas of a feed of warnings: what the first card about it says. */
export function insideSpecs({ maps }: Catalog, feed: string): readonly InsideSpec[] {
  const isAbout = (card: (typeof maps)[number]['cards'][number]) => card.kind === 'warnings' && card.feed === feed
  const first = maps.flatMap(({ cards }) => cards).find(isAbout)
  return first?.kind === 'warnings' ? first.inside : []
}
