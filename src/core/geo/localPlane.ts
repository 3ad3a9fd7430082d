import type { Position } from 'geojson'
import type { Bounds } from './boundsOf'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from './sphere'

/**
 * The stereographic plane of a place: circles on the sphere are circles in it and angles stay. Its scale at p metres from
 * the centre is 1 + |p|² / 4R², which is known exactly, so areas on the sphere can be had from it. Metres.
 */
export interface LocalPlane {
  readonly toPlane: (position: Position) => readonly [x: number, y: number]
  readonly toPosition: (x: number, y: number) => Position
  /** The circle in the plane of all points within `radius` metres, by great circle, of a position. */
  readonly circle: (
    centre: Position,
    radius: number,
  ) => { readonly x: number; readonly y: number; readonly radius: number }
  /** Degrees to add to a bearing at a position to have it clockwise from +y in the plane. */
  readonly turn: (position: Position) => number
  /** 1 / 4R², for `AreaWeight`. */
  readonly curvature: number
}

const planes = new Map<string, LocalPlane>()
const MOST_PLANES = 16

/** The plane round the middle of some bounds (degrees); the same one for the same middle. */
export function localPlane(bounds: Bounds): LocalPlane {
  const longitude = (bounds[0] + bounds[2]) / 2
  const latitude = (bounds[1] + bounds[3]) / 2
  const key = `${longitude} ${latitude}`
  const known = planes.get(key)
  if (known) return known
  const plane = makePlane(longitude, latitude)
  if (planes.size >= MOST_PLANES) planes.clear()
  planes.set(key, plane)
  return plane
}

function makePlane(longitude: number, latitude: number): LocalPlane {
  const middle = latitude * RADIANS_PER_DEGREE
  const sine = Math.sin(middle)
  const cosine = Math.cos(middle)

  /** East and north parts of the direction to a position, and 1 + cosine of its distance, all exact when near. */
  const seen = (position: Position): readonly [east: number, north: number, nearness: number] => {
    const phi = position[1]! * RADIANS_PER_DEGREE
    const east = (position[0]! - longitude) * RADIANS_PER_DEGREE
    const half = Math.sin(east / 2) ** 2
    const rise = (position[1]! - latitude) * RADIANS_PER_DEGREE
    const cosPhi = Math.cos(phi)
    return [
      cosPhi * Math.sin(east),
      Math.sin(rise) + 2 * sine * cosPhi * half,
      2 - 2 * Math.sin(rise / 2) ** 2 - 2 * cosine * cosPhi * half,
    ]
  }

  return {
    toPlane: (position) => {
      const [east, north, nearness] = seen(position)
      const scale = (2 * EARTH_RADIUS) / nearness
      return [east * scale, north * scale]
    },
    toPosition: (x, y) => {
      const distance = Math.hypot(x, y)
      if (distance === 0) return [longitude, latitude]
      const angle = 2 * Math.atan(distance / (2 * EARTH_RADIUS))
      const sinAngle = Math.sin(angle)
      const up = (y / distance) * sinAngle
      const aside = (x / distance) * sinAngle
      // sin φ − sin φ₀, kept apart so that a short way keeps its digits.
      const rise = cosine * up - sine * 2 * Math.sin(angle / 2) ** 2
      const ahead = cosine * Math.cos(angle) - sine * up
      return [
        longitude + Math.atan2(aside, ahead) / RADIANS_PER_DEGREE,
        latitude + latitudeRise(rise) / RADIANS_PER_DEGREE,
      ]
    },
    circle: (centre, radius) => {
      const [east, north, nearness] = seen(centre)
      const angle = radius / EARTH_RADIUS
      // cos δ + cos ρ, with nearness 1 + cos δ.
      const scale = (2 * EARTH_RADIUS) / (nearness - 2 * Math.sin(angle / 2) ** 2)
      return { x: east * scale, y: north * scale, radius: Math.sin(angle) * scale }
    },
    turn: (position) => {
      const phi = position[1]! * RADIANS_PER_DEGREE
      const east = (position[0]! - longitude) * RADIANS_PER_DEGREE
      // The meridian of the position leans by this in the plane (half-angle form of the spherical excess).
      const lean =
        2 *
        Math.atan2(Math.sin(east / 2) * Math.sin((phi + middle) / 2), Math.cos(east / 2) * Math.cos((phi - middle) / 2))
      return -lean / RADIANS_PER_DEGREE
    },
    curvature: 1 / (4 * EARTH_RADIUS ** 2),
  }

  /** φ − φ₀ from sin φ − sin φ₀. */
  function latitudeRise(rise: number): number {
    const phi = Math.asin(Math.max(-1, Math.min(1, sine + rise)))
    // One Newton step takes out the rounding of the sum.
    const off = 2 * Math.sin((phi - middle) / 2) * Math.cos((phi + middle) / 2) - rise
    return phi - middle - off / Math.cos(phi)
  }
}
