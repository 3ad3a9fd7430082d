import type { DeckName } from '#layers/ResolvedLayer.ts'
import type { DeckKind } from './deckKind'

/** Every deck.gl kind a catalog may name, each loaded when it is first drawn: what MapLibre cannot draw itself. */
const DRAWN: Readonly<Record<DeckName, () => Promise<DeckKind>>> = {
  hexagon: async () => (await import('./hexagon')).hexagon,
}

/** How a kind is drawn, by the name a catalog gives it; undefined for one that is not drawn yet. */
export const deckKind = (name: string): (() => Promise<DeckKind>) | undefined =>
  Object.entries(DRAWN).find(([known]) => known === name)?.[1]
