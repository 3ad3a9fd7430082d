import type { MultiPolygon, Polygon, Position } from 'geojson'
import { RADIANS_PER_DEGREE } from './earthRadius'

/** Nearer to an edge than this is on it, in radians of longitude or units of sin latitude (under 1 µm). */
const ON_EDGE = 1e-13

/** Whether the position is inside one polygon's rings, read even-odd, edges straight in (longitude, sin latitude). */
function insideRings(position: Position, rings: readonly Position[][]): boolean {
  const [longitude, latitude] = [position[0]!, position[1]!]
  let inside = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[j]!
      const b = ring[i]!
      // Most edges lie wholly north or south of the position.
      const margin = 1e-9
      if (
        (a[1]! > latitude + margin && b[1]! > latitude + margin) ||
        (a[1]! < latitude - margin && b[1]! < latitude - margin)
      )
        continue
      const ax = (a[0]! - longitude) * RADIANS_PER_DEGREE
      const bx = (b[0]! - longitude) * RADIANS_PER_DEGREE
      const ay = sineDifference(a[1]!, latitude)
      const by = sineDifference(b[1]!, latitude)
      if (nearOrigin(ax, ay, bx, by)) return true
      if (ay > 0 !== by > 0 && ax * by - bx * ay > 0 === by > ay) inside = !inside
    }
  }
  return inside
}

function sineDifference(latitude: number, base: number): number {
  const half = ((latitude - base) * RADIANS_PER_DEGREE) / 2
  return 2 * Math.sin(half) * Math.cos(base * RADIANS_PER_DEGREE + half)
}

/** Whether the segment a–b passes within the edge tolerance of the origin. */
function nearOrigin(ax: number, ay: number, bx: number, by: number): boolean {
  const dx = bx - ax
  const dy = by - ay
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length2))
  return Math.hypot(ax + t * dx, ay + t * dy) <= ON_EDGE
}

/**
 * Whether a position is inside a polygon or on its edge. Rings are read even-odd, so holes are outside but
 * their edges are not; parts of a MultiPolygon are a union. Edges are straight in (longitude, sin latitude).
 */
export function insidePolygon(position: Position, polygon: Polygon | MultiPolygon): boolean {
  if (polygon.type === 'Polygon') return insideRings(position, polygon.coordinates)
  return polygon.coordinates.some((rings) => insideRings(position, rings))
}
