import type { Position } from 'geojson'
import { bearing, metresBetween } from './offset'

/** A place with the area it serves: a disc, or a sector when it looks one way. */
export interface Viewpoint {
  readonly position: Position
  readonly range: number
  /** Degrees clockwise from north; null: all around. */
  readonly azimuth: number | null
  readonly beamwidth: number | null
}

/** A degree is longer than this: a quick no for what is far away. */
const leastPerDegree = { north: 110_000, east: 89_000 }

/** Whether the viewpoint reaches the position. */
export function seenFrom(viewpoint: Viewpoint, position: Position): boolean {
  const [longitude, latitude] = viewpoint.position
  if (Math.abs(position[1]! - latitude!) * leastPerDegree.north > viewpoint.range) return false
  if (Math.abs(position[0]! - longitude!) * leastPerDegree.east > viewpoint.range) return false
  if (metresBetween(viewpoint.position, position) > viewpoint.range) return false
  if (viewpoint.azimuth === null || viewpoint.beamwidth === null) return true
  const aside = Math.abs(((bearing(viewpoint.position, position) - viewpoint.azimuth + 540) % 360) - 180)
  return aside <= viewpoint.beamwidth / 2
}

/** Share of the positions that at least one viewpoint reaches; 0 when there are none. */
export function shareSeen(viewpoints: readonly Viewpoint[], positions: readonly Position[]): number {
  const seen = positions.filter((position) => viewpoints.some((viewpoint) => seenFrom(viewpoint, position)))
  return positions.length === 0 ? 0 : seen.length / positions.length
}
