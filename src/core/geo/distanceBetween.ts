import type { Geometry, Position } from 'geojson'
import { insidePolygon } from './inside'
import { linesOf } from './linesOf'
import { greatCircleDistance, RADIANS_PER_DEGREE } from './sphere'

/**
 * Great-circle distance of two geometries, metres; 0 where a corner of one lies in the other. Edges are straight in
 * longitude and latitude, which for edges of some kilometres is the same to a centimetre.
 */
export function distanceBetween(a: Geometry, b: Geometry): number {
  const [ofA, ofB] = [linesOf(a), linesOf(b)]
  let least = Infinity
  for (const [lines, other, others] of [
    [ofA, b, ofB],
    [ofB, a, ofA],
  ] as const) {
    for (const line of lines) {
      for (const position of line) {
        if ((other.type === 'Polygon' || other.type === 'MultiPolygon') && insidePolygon(position, other)) return 0
        least = Math.min(least, distanceToLines(position, others))
      }
    }
  }
  return least
}

function distanceToLines(position: Position, lines: readonly (readonly Position[])[]): number {
  const [longitude, latitude] = position as [number, number]
  const east = Math.cos(latitude * RADIANS_PER_DEGREE)
  let least = Infinity
  let nearest: Position = [0, 0]
  for (const line of lines) {
    for (let i = 0; i < line.length; i++) {
      const [ax, ay] = line[i === 0 ? 0 : i - 1] as [number, number]
      const [bx, by] = line[i] as [number, number]
      const [dx, dy] = [(bx - ax) * east, by - ay]
      const length2 = dx * dx + dy * dy
      const along = (longitude - ax) * east * dx + (latitude - ay) * dy
      const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, along / length2))
      const [x, y] = [ax + t * (bx - ax), ay + t * (by - ay)]
      const square = ((longitude - x) * east) ** 2 + (latitude - y) ** 2
      if (square >= least) continue
      least = square
      nearest = [x, y]
    }
  }
  return least === Infinity ? Infinity : greatCircleDistance(position, nearest)
}
