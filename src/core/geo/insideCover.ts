import type { Position } from 'geojson'
import type { CoverShape } from './coverShape'
import { greatCircleDistance } from './greatCircleDistance'
import { initialBearing } from './initialBearing'
import { insidePolygon } from './insidePolygon'

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
