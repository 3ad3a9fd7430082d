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
