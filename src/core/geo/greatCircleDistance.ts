import type { Position } from 'geojson'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from './earthRadius'

/** Great-circle distance of two [longitude, latitude] positions, metres (haversine, exact for small distances). */
export function greatCircleDistance(a: Position, b: Position): number {
  const latitudeA = a[1]! * RADIANS_PER_DEGREE
  const latitudeB = b[1]! * RADIANS_PER_DEGREE
  const sinLatitude = Math.sin((latitudeB - latitudeA) / 2)
  const sinLongitude = Math.sin(((b[0]! - a[0]!) * RADIANS_PER_DEGREE) / 2)
  const h = sinLatitude ** 2 + Math.cos(latitudeA) * Math.cos(latitudeB) * sinLongitude ** 2
  return 2 * EARTH_RADIUS * Math.atan2(Math.sqrt(h), Math.sqrt(1 - h))
}
