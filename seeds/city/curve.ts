import { distance, nearestOnSegment } from './measure'
import type { Path, Point } from './plane'

function spline(p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point {
  const axis = (i: 0 | 1): number =>
    0.5 *
    (2 * p1[i] +
      (p2[i] - p0[i]) * t +
      (2 * p0[i] - 5 * p1[i] + 4 * p2[i] - p3[i]) * t * t +
      (3 * p1[i] - p0[i] - 3 * p2[i] + p3[i]) * t * t * t)
  return [axis(0), axis(1)]
}

/** A smooth curve (Catmull-Rom) through the given points, a vertex about every `step` metres. */
export function curve(through: Path, step: number, closed = false): Path {
  const count = through.length
  const at = (index: number): Point =>
    closed ? through[(index + count) % count]! : through[Math.min(count - 1, Math.max(0, index))]!
  const points: Point[] = closed ? [] : [through[0]!]
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const pieces = Math.max(1, Math.ceil(distance(at(index), at(index + 1)) / step))
    for (let piece = 1; piece <= pieces; piece++) {
      points.push(spline(at(index - 1), at(index), at(index + 1), at(index + 2), piece / pieces))
    }
  }
  return points
}

/** Fewer vertices: none of those left out is further than `tolerance` metres from the result (Douglas-Peucker). */
export function simplify(path: Path, tolerance: number): Path {
  if (path.length < 3) return path
  const kept = new Set([0, path.length - 1])
  const open: [number, number][] = [[0, path.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    let furthest = -1
    let most = tolerance
    for (let index = from + 1; index < to; index++) {
      const away = distance(path[index]!, nearestOnSegment(path[index]!, path[from]!, path[to]!).point)
      if (away > most) {
        most = away
        furthest = index
      }
    }
    if (furthest > 0) {
      kept.add(furthest)
      open.push([from, furthest], [furthest, to])
    }
  }
  return path.filter((_, index) => kept.has(index))
}

/** The same for an open ring. */
export function simplifyRing(ring: Path, tolerance: number): Path {
  return simplify([...ring, ring[0]!], tolerance).slice(0, -1)
}
