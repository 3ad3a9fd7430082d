import type { MultiPolygon, Polygon, Position } from 'geojson'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from './earthRadius'

/** Signed area of a ring on the sphere, m², edges straight in (longitude, sin latitude); counter-clockwise positive. */
function signedRingArea(ring: readonly Position[]): number {
  let doubled = 0
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    const width = (b[0]! - a[0]!) * RADIANS_PER_DEGREE
    // Heights against the first position, so that a small ring far from the equator loses no digits.
    doubled -= width * (sineAbove(a, ring[0]!) + sineAbove(b, ring[0]!))
  }
  return (doubled * EARTH_RADIUS ** 2) / 2
}

/** sin(latitude of p) − sin(latitude of base). */
function sineAbove(p: Position, base: Position): number {
  const a = p[1]! * RADIANS_PER_DEGREE
  const b = base[1]! * RADIANS_PER_DEGREE
  return 2 * Math.sin((a - b) / 2) * Math.cos((a + b) / 2)
}

/**
 * Spherical area, m², of simple rings: each outer ring less its holes, parts added. Edges are straight in (longitude,
 * sin latitude), which is what Turf's `area` computes. For overlapping parts or crossing rings see `polygonSubject`.
 */
export function sphericalArea(geometry: Polygon | MultiPolygon): number {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  let area = 0
  for (const rings of parts) {
    rings.forEach((ring, index) => {
      area += (index === 0 ? 1 : -1) * Math.abs(signedRingArea(ring))
    })
  }
  return area
}
