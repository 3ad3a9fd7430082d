import type { Path, Point } from './plane'

/** Distance in metres; only operations that IEEE 754 rounds exactly. */
export function distance(a: Point, b: Point): number {
  const east = a[0] - b[0]
  const north = a[1] - b[1]
  return Math.sqrt(east * east + north * north)
}

export function between(a: Point, b: Point, share: number): Point {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
}

/** Length of an open path, metres. */
export function pathLength(path: Path): number {
  let sum = 0
  for (let index = 1; index < path.length; index++) sum += distance(path[index - 1]!, path[index]!)
  return sum
}

/** Signed area of an open ring, square metres: positive when counter-clockwise. */
export function ringArea(ring: Path): number {
  let sum = 0
  for (let index = 0; index < ring.length; index++) {
    const a = ring[index]!
    const b = ring[(index + 1) % ring.length]!
    sum += a[0] * b[1] - b[0] * a[1]
  }
  return sum / 2
}

/** Centre of mass of an open ring. */
export function ringCentre(ring: Path): Point {
  const anchor = ring[0]!
  let area = 0
  let east = 0
  let north = 0
  for (let index = 0; index < ring.length; index++) {
    const a = ring[index]!
    const b = ring[(index + 1) % ring.length]!
    const cross = (a[0] - anchor[0]) * (b[1] - anchor[1]) - (b[0] - anchor[0]) * (a[1] - anchor[1])
    area += cross
    east += cross * (a[0] + b[0] - 2 * anchor[0])
    north += cross * (a[1] + b[1] - 2 * anchor[1])
  }
  return area === 0 ? anchor : [anchor[0] + east / (3 * area), anchor[1] + north / (3 * area)]
}

/** Whether the point is inside the open ring (even-odd). */
export function insideRing(point: Point, ring: Path): boolean {
  let inside = false
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const a = ring[index]!
    const b = ring[before]!
    if (a[1] > point[1] !== b[1] > point[1]) {
      if (point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
    }
  }
  return inside
}

/** Nearest point of the segment a-b to the point. */
export function nearestOnSegment(point: Point, a: Point, b: Point): { readonly point: Point; readonly share: number } {
  const east = b[0] - a[0]
  const north = b[1] - a[1]
  const square = east * east + north * north
  const raw = square === 0 ? 0 : ((point[0] - a[0]) * east + (point[1] - a[1]) * north) / square
  const share = Math.min(1, Math.max(0, raw))
  return { point: [a[0] + east * share, a[1] + north * share], share }
}

/** Metres from the point to the nearest point of the path. */
export function distanceToPath(point: Point, path: Path): number {
  let least = Number.POSITIVE_INFINITY
  for (let index = 1; index < path.length; index++) {
    least = Math.min(least, distance(point, nearestOnSegment(point, path[index - 1]!, path[index]!).point))
  }
  return least
}

/** Shares along a-b and c-d where the two segments cross, or null when they do not. */
export function crossing(a: Point, b: Point, c: Point, d: Point): readonly [number, number] | null {
  const east = b[0] - a[0]
  const north = b[1] - a[1]
  const eastOther = d[0] - c[0]
  const northOther = d[1] - c[1]
  const cross = east * northOther - north * eastOther
  if (Math.abs(cross) < 1e-9) return null
  const share = ((c[0] - a[0]) * northOther - (c[1] - a[1]) * eastOther) / cross
  const other = ((c[0] - a[0]) * north - (c[1] - a[1]) * east) / cross
  return share >= 0 && share <= 1 && other >= 0 && other <= 1 ? [share, other] : null
}

/** The path from one distance along it to another, metres. */
export function slicePath(path: Path, from: number, to: number): Path {
  const slice: Point[] = []
  let along = 0
  for (let index = 1; index < path.length; index++) {
    const a = path[index - 1]!
    const b = path[index]!
    const length = distance(a, b)
    const end = along + length
    if (end >= from && along <= to && length > 0) {
      if (slice.length === 0) slice.push(between(a, b, Math.max(0, (from - along) / length)))
      slice.push(end <= to ? b : between(a, b, (to - along) / length))
    }
    along = end
  }
  return slice
}
