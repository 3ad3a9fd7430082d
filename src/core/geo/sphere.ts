import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'
import type { Bounds } from './boundsOf'

/** Radius of the sphere on which every distance and area is taken, metres (the mean radius; Turf's). */
export const EARTH_RADIUS = 6371008.8

export const RADIANS_PER_DEGREE = Math.PI / 180

/** Great-circle distance of two [longitude, latitude] positions, metres (haversine, exact for small distances). */
export function greatCircleDistance(a: Position, b: Position): number {
  const latitudeA = a[1]! * RADIANS_PER_DEGREE
  const latitudeB = b[1]! * RADIANS_PER_DEGREE
  const sinLatitude = Math.sin((latitudeB - latitudeA) / 2)
  const sinLongitude = Math.sin(((b[0]! - a[0]!) * RADIANS_PER_DEGREE) / 2)
  const h = sinLatitude ** 2 + Math.cos(latitudeA) * Math.cos(latitudeB) * sinLongitude ** 2
  return 2 * EARTH_RADIUS * Math.atan2(Math.sqrt(h), Math.sqrt(1 - h))
}

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

/** Length of a line, metres: the sum of great-circle distances between neighbouring positions, over all parts. */
export function lineLength(line: LineString | MultiLineString): number {
  const parts = line.type === 'LineString' ? [line.coordinates] : line.coordinates
  let metres = 0
  for (const part of parts) {
    for (let i = 1; i < part.length; i++) metres += greatCircleDistance(part[i - 1]!, part[i]!)
  }
  return metres
}

/** Bounding box of all points within `radius` metres of `centre`; it reaches round the globe near a pole. */
export function discBounds(centre: Position, radius: number): Bounds {
  // A hair wider than the disc, so that a point exactly on it is never missed.
  const angle = (radius / EARTH_RADIUS) * (1 + 1e-9) + 1e-13
  const latitude = angle / RADIANS_PER_DEGREE
  const ratio = Math.sin(angle) / Math.cos(centre[1]! * RADIANS_PER_DEGREE)
  const longitude = ratio < 1 ? Math.asin(ratio) / RADIANS_PER_DEGREE : 360
  return [centre[0]! - longitude, centre[1]! - latitude, centre[0]! + longitude, centre[1]! + latitude]
}

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
