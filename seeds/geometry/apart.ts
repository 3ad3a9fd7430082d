import type { Position } from 'geojson'
import { metresBetween } from './offset'

/** The items in their order, less those nearer than `metres` to one already taken. */
export function apart<T>(items: readonly T[], at: (item: T) => Position, metres: number): T[] {
  const taken: { item: T; position: Position }[] = []
  for (const item of items) {
    const position = at(item)
    if (taken.every((other) => metresBetween(other.position, position) >= metres)) taken.push({ item, position })
  }
  return taken.map(({ item }) => item)
}
