import type { FlatRing, GridBox } from './flatRing'

/** Bounding box of rings, grid steps; inverted when there are none. */
export function boxOfRings(rings: readonly FlatRing[]): GridBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i]!
      const y = ring[i + 1]!
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
  }
  return [west, south, east, north]
}
