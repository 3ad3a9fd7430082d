import type { DeckKind } from './deckKind'

/** Every deck.gl kind a catalog may name, each loaded when it is first drawn: what MapLibre cannot draw itself. */
export const DECK_KINDS: Readonly<Record<string, () => Promise<DeckKind>>> = {
  hexagon: async () => (await import('./hexagon')).hexagon,
}
