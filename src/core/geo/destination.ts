import type { Position } from 'geojson'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from './earthRadius'

/** The position `metres` from `origin` along the great circle that leaves it at `bearing` (degrees from north). */
export function destination(origin: Position, bearing: number, metres: number): Position {
  const latitude = origin[1]! * RADIANS_PER_DEGREE
  const angle = metres / EARTH_RADIUS
  const sinAngle = Math.sin(angle)
  const direction = bearing * RADIANS_PER_DEGREE
  const cosDirection = Math.cos(direction)
  const sinLatitude =
    Math.sin(latitude) * (1 - 2 * Math.sin(angle / 2) ** 2) + Math.cos(latitude) * sinAngle * cosDirection
  const east = Math.sin(direction) * sinAngle
  const north = Math.cos(latitude) * Math.cos(angle) - Math.sin(latitude) * sinAngle * cosDirection
  return [
    origin[0]! + Math.atan2(east, north) / RADIANS_PER_DEGREE,
    Math.asin(Math.max(-1, Math.min(1, sinLatitude))) / RADIANS_PER_DEGREE,
  ]
}
