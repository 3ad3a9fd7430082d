import { distance, nearestOnSegment } from './measure'
import type { Path, Point } from './plane'

/** The point beyond `a`, as far from it as `b` is. */
const mirrored = (a: Point, b: Point): Point => [2 * a[0] - b[0], 2 * a[1] - b[1]]

/** Centripetal Catmull-Rom from p1 to p2: no loops and no overshoot, however unevenly the points are spaced. */
function spline(p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point {
  const before = Math.sqrt(distance(p0, p1))
  const own = Math.sqrt(distance(p1, p2))
  const after = Math.sqrt(distance(p2, p3))
  const axis = (i: 0 | 1): number => {
    const start = own * ((p1[i] - p0[i]) / before - (p2[i] - p0[i]) / (before + own)) + p2[i] - p1[i]
    const end = own * ((p3[i] - p2[i]) / after - (p3[i] - p1[i]) / (own + after)) + p2[i] - p1[i]
    const rise = p2[i] - p1[i]
    return p1[i] + t * (start + t * (3 * rise - 2 * start - end + t * (start + end - 2 * rise)))
  }
  return [axis(0), axis(1)]
}

/**
 * A smooth curve through the given points, a vertex about every `step` metres. Points must differ from their
 * neighbours.
 */
export function curve(through: Path, step: number, closed = false): Path {
  const count = through.length
  const at = (index: number): Point => {
    if (closed) return through[(index + count) % count]!
    if (index < 0) return mirrored(through[0]!, through[1]!)
    return index < count ? through[index]! : mirrored(through[count - 1]!, through[count - 2]!)
  }
  const points: Point[] = closed ? [] : [through[0]!]
  for (let index = 0; index < (closed ? count : count - 1); index++) {
    const pieces = Math.max(1, Math.ceil(distance(at(index), at(index + 1)) / step))
    for (let piece = 1; piece < pieces; piece++) {
      points.push(spline(at(index - 1), at(index), at(index + 1), at(index + 2), piece / pieces))
    }
    points.push(at(index + 1))
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
