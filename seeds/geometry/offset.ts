import type { Position } from 'geojson'
import { toPlane, toPosition } from '../city/plane'

const radians = Math.PI / 180

/** The position `metres` away in the direction `bearing` (degrees clockwise from north), rounded to six decimals. */
export function offset(position: Position, bearing: number, metres: number): Position {
  const [east, north] = toPlane(position)
  return toPosition([east + metres * Math.sin(bearing * radians), north + metres * Math.cos(bearing * radians)])
}

/** Metres between two positions of the city. */
export function metresBetween(a: Position, b: Position): number {
  const from = toPlane(a)
  const to = toPlane(b)
  return Math.hypot(to[0] - from[0], to[1] - from[1])
}

/** Direction from one position to another, whole degrees clockwise from north, 0 to 359. */
export function bearing(from: Position, to: Position): number {
  const a = toPlane(from)
  const b = toPlane(to)
  return Math.round((Math.atan2(b[0] - a[0], b[1] - a[1]) / radians + 360) % 360) % 360
}
