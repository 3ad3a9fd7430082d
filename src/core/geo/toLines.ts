import Flatbush from 'flatbush'
import type { Position } from 'geojson'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from './sphere'

/** Finds the metres to the nearest of some lines, up to a limit. Positions are WGS84. */
export type ToLines = (position: readonly [longitude: number, latitude: number]) => number

const METRES_PER_DEGREE = EARTH_RADIUS * RADIANS_PER_DEGREE

/** Lines of WGS84 positions, to be asked how near they are; `most` metres stand for all that is farther. Null without lines. */
export function toLines(lines: readonly (readonly Position[])[], most: number): ToLines | null {
  const segments: number[] = []
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) segments.push(line[i - 1]![0]!, line[i - 1]![1]!, line[i]![0]!, line[i]![1]!)
  }
  if (segments.length === 0) return null
  const tree = new Flatbush(segments.length / 4)
  for (let i = 0; i < segments.length; i += 4) {
    const [ax, ay, bx, by] = [segments[i]!, segments[i + 1]!, segments[i + 2]!, segments[i + 3]!]
    tree.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by))
  }
  tree.finish()
  return ([longitude, latitude]) => {
    const east = METRES_PER_DEGREE * Math.cos(latitude * RADIANS_PER_DEGREE)
    const [wide, high] = [most / east, most / METRES_PER_DEGREE]
    let nearest = most
    for (const found of tree.search(longitude - wide, latitude - high, longitude + wide, latitude + high)) {
      const at = found * 4
      const [ax, ay] = [(segments[at]! - longitude) * east, (segments[at + 1]! - latitude) * METRES_PER_DEGREE]
      const [bx, by] = [(segments[at + 2]! - longitude) * east, (segments[at + 3]! - latitude) * METRES_PER_DEGREE]
      const [dx, dy] = [bx - ax, by - ay]
      const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy || 1)))
      nearest = Math.min(nearest, Math.hypot(ax + along * dx, ay + along * dy))
    }
    return nearest
  }
}
