import type { Position } from 'geojson'
import type { Bounds } from './boundsOf'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from './earthRadius'

/** Bounding box of all points within `radius` metres of `centre`; it reaches round the globe near a pole. */
export function discBounds(centre: Position, radius: number): Bounds {
  // A hair wider than the disc, so that a point exactly on it is never missed.
  const angle = (radius / EARTH_RADIUS) * (1 + 1e-9) + 1e-13
  const latitude = angle / RADIANS_PER_DEGREE
  const ratio = Math.sin(angle) / Math.cos(centre[1]! * RADIANS_PER_DEGREE)
  const longitude = ratio < 1 ? Math.asin(ratio) / RADIANS_PER_DEGREE : 360
  return [centre[0]! - longitude, centre[1]! - latitude, centre[0]! + longitude, centre[1]! + latitude]
}
