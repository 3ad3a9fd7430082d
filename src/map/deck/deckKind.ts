import type { Layer } from '@deck.gl/core'

/** A feature that deck.gl draws: where it is, and its properties for weights. */
export interface DeckPoint {
  readonly position: [number, number]
  readonly properties: Readonly<Record<string, unknown>>
}

/** Weight of a point: the property named, or 1 where it is missing or none is named. */
export function weightOf(point: DeckPoint, property: unknown): number {
  const value = typeof property === 'string' ? point.properties[property] : 1
  return typeof value === 'number' && Number.isFinite(value) ? value : 1
}

interface DeckKindInput {
  readonly id: string
  readonly points: readonly DeckPoint[]
  /** The style object of the catalog without `deck`. */
  readonly settings: Readonly<Record<string, unknown>>
  /** Share of the opacity that the settings or the kind give. */
  readonly opacity: number
  readonly visible: boolean
}

/** One way of drawing points: the deck.gl layer that shows them. */
export type DeckKind = (input: DeckKindInput) => Layer
