import type { Layer } from '@deck.gl/core'
import { heatmap } from './kinds/heatmap'
import { hexagon } from './kinds/hexagon'
import { scatter } from './kinds/scatter'
import type { DeckPoint } from './pointFeed'

export interface DeckKindInput {
  readonly id: string
  readonly points: readonly DeckPoint[]
  readonly settings: Readonly<Record<string, unknown>>
  readonly visible: boolean
}

export type DeckKind = (input: DeckKindInput) => Layer

/** Every deck.gl kind a catalog may name. */
export const DECK_KINDS: Readonly<Record<string, DeckKind>> = { heatmap, hexagon, scatter }
