import type { Position } from 'geojson'
import { RADIANS_PER_DEGREE } from './earthRadius'

/** Bearing at `from` of the great circle to `to`, degrees clockwise from north, in [0, 360). */
export function initialBearing(from: Position, to: Position): number {
  const latitudeA = from[1]! * RADIANS_PER_DEGREE
  const latitudeB = to[1]! * RADIANS_PER_DEGREE
  const longitude = (to[0]! - from[0]!) * RADIANS_PER_DEGREE
  const east = Math.sin(longitude) * Math.cos(latitudeB)
  // cos a · sin b − sin a · cos b · cos λ, arranged so that near points lose no digits.
  const north =
    Math.sin(latitudeB - latitudeA) + 2 * Math.sin(latitudeA) * Math.cos(latitudeB) * Math.sin(longitude / 2) ** 2
  const degrees = Math.atan2(east, north) / RADIANS_PER_DEGREE
  return degrees < 0 ? degrees + 360 : degrees
}
