import type { FeatureCollection } from 'geojson'
import { type PointStore, pointStore } from './pointStore'

/** A feature that deck.gl draws: where it is, and its properties for weights. */
export interface DeckPoint {
  readonly position: [number, number]
  readonly properties: Readonly<Record<string, unknown>>
}

/** The points of an admitted feed, in a form that deck.gl reads directly and that follows changes. */
export async function pointFeed(url: string): Promise<PointStore> {
  const response = await fetch(url)
  const collection: FeatureCollection = await response.json()
  return pointStore(collection)
}

/** Weight of a point: the property named, or 1 where it is missing or none is named. */
export function weightOf(point: DeckPoint, property: unknown): number {
  const value = typeof property === 'string' ? point.properties[property] : 1
  return typeof value === 'number' && Number.isFinite(value) ? value : 1
}
