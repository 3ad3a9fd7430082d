import type { Layer } from '@deck.gl/core'
import type { DeckPoint } from './deckPoint'

export interface DeckKindInput {
  readonly id: string
  readonly points: readonly DeckPoint[]
  /** The style object of the catalog without `deck`. */
  readonly settings: Readonly<Record<string, unknown>>
  readonly visible: boolean
}

/** One way of drawing points: the deck.gl layer that shows them. */
export type DeckKind = (input: DeckKindInput) => Layer
