import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { CoverShape } from './coverShape'
import { greatCircleDistance, initialBearing, RADIANS_PER_DEGREE } from './sphere'

/** Nearer to an edge than this is on it, in radians of longitude or units of sin latitude (under 1 µm). */
const ON_EDGE = 1e-13

/** An edge that lies this many degrees north or south of a position cannot be its edge or beside it. */
const MARGIN = 1e-9

/** Closed ring as longitude, latitude, longitude, … */
type Ring = Float64Array

const made = new WeakMap<Polygon | MultiPolygon, readonly (readonly Ring[])[]>()

/** The rings of each part in flat arrays, made once for a polygon. */
function ringsOf(polygon: Polygon | MultiPolygon): readonly (readonly Ring[])[] {
  const known = made.get(polygon)
  if (known) return known
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  const flat = parts.map((rings) => rings.map(flatRing))
  made.set(polygon, flat)
  return flat
}

function flatRing(ring: readonly Position[]): Ring {
  const flat = new Float64Array(ring.length * 2)
  for (let i = 0; i < ring.length; i++) {
    flat[i * 2] = ring[i]![0]!
    flat[i * 2 + 1] = ring[i]![1]!
  }
  return flat
}

/** Whether a position is inside one polygon's rings, read even-odd, edges straight in (longitude, sin latitude). */
function insideRings(longitude: number, latitude: number, rings: readonly Ring[]): boolean {
  let inside = false
  for (const ring of rings) {
    let aLongitude = ring[ring.length - 2]!
    let aLatitude = ring[ring.length - 1]!
    for (let i = 0; i < ring.length; i += 2) {
      const bLongitude = ring[i]!
      const bLatitude = ring[i + 1]!
      const straddles = aLatitude > latitude !== bLatitude > latitude
      // Beside the place by more than the margin an edge cannot be the place's; if it lies east it counts when it straddles.
      if (
        aLatitude > latitude + MARGIN
          ? bLatitude > latitude + MARGIN
          : aLatitude < latitude - MARGIN && bLatitude < latitude - MARGIN
      ) {
        // Neither beside nor near.
      } else if (aLongitude > longitude + MARGIN && bLongitude > longitude + MARGIN) {
        if (straddles) inside = !inside
      } else if (aLongitude > longitude - MARGIN || bLongitude > longitude - MARGIN) {
        const ax = (aLongitude - longitude) * RADIANS_PER_DEGREE
        const bx = (bLongitude - longitude) * RADIANS_PER_DEGREE
        const ay = sineDifference(aLatitude, latitude)
        const by = sineDifference(bLatitude, latitude)
        if (nearOrigin(ax, ay, bx, by)) return true
        if (straddles && ax * by - bx * ay > 0 === by > ay) inside = !inside
      }
      aLongitude = bLongitude
      aLatitude = bLatitude
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
  const x = ax + t * dx
  const y = ay + t * dy
  return x * x + y * y <= ON_EDGE * ON_EDGE
}

/**
 * Whether a position is inside a polygon or on its edge. Rings are read even-odd, so holes are outside but
 * their edges are not; parts of a MultiPolygon are a union. Edges are straight in (longitude, sin latitude).
 */
export function insidePolygon(position: Position, polygon: Polygon | MultiPolygon): boolean {
  const [longitude, latitude] = position as [number, number]
  for (const rings of ringsOf(polygon)) if (insideRings(longitude, latitude, rings)) return true
  return false
}

/** Rounding of a computed distance, metres, and bearing, degrees: a point this near to the edge is on it. */
const DISTANCE_ROUNDING = 1e-6
const BEARING_ROUNDING = 1e-9

/**
 * Whether a position lies in a cover or on its edge: within the radius by great circle and within half the beamwidth of
 * the azimuth (clockwise from north), or inside the polygon. The centre of a sector belongs to it.
 */
export function insideCover(position: Position, cover: CoverShape): boolean {
  const [west, south, east, north] = cover.bounds
  if (position[0]! < west || position[0]! > east || position[1]! < south || position[1]! > north) return false
  if (cover.kind === 'polygon') return insidePolygon(position, cover.polygon)
  const distance = greatCircleDistance(cover.centre, position)
  if (distance > cover.radius + DISTANCE_ROUNDING) return false
  if (cover.azimuth === null || cover.beamwidth === null || distance <= DISTANCE_ROUNDING) return true
  const turn = Math.abs(initialBearing(cover.centre, position) - cover.azimuth)
  return Math.min(turn, 360 - turn) <= cover.beamwidth / 2 + BEARING_ROUNDING
}
