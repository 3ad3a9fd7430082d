import { DISC, type PetalStore, WEDGE } from './petalStore'

/** A segment from (x, y) by (dx, dy); metres. */
export interface Segment {
  x: number
  y: number
  dx: number
  dy: number
  lengthSquared: number
}

/**
 * How a segment that runs along a petal's side is judged: by the ground on its left, by the ground on its right, or as
 * inside whichever side the petal lies on.
 */
export type AlongSide = 'left' | 'right' | 'inside'

/** Metres: nearer than this at both ends is along a side. Far below the lattice that apexes are rounded to. */
export const ALONG = 1e-9

/**
 * Writes the parts of a segment inside a petal to `out` as pairs of fractions within [0, 1] and returns how many pairs:
 * 0, 1 or 2 (which may overlap). `originX` and `originY` are what the segment's coordinates are counted from.
 */
export function petalOnSegment(
  petals: PetalStore,
  slot: number,
  segment: Segment,
  originX: number,
  originY: number,
  along: AlongSide,
  out: Float64Array,
): number {
  const radius = petals.radius[slot]!
  const fx = segment.x - (petals.x[slot]! - originX)
  const fy = segment.y - (petals.y[slot]! - originY)
  const { dx, dy, lengthSquared } = segment
  const cross = fx * dy - fy * dx
  const halfSquared = radius * radius * lengthSquared - cross * cross
  if (halfSquared <= 0) return 0
  const foot = -(fx * dx + fy * dy) / lengthSquared
  const half = Math.sqrt(halfSquared) / lengthSquared
  const from = Math.max(0, foot - half)
  const to = Math.min(1, foot + half)
  if (from >= to) return 0
  const kind = petals.kind[slot]!
  if (kind === DISC) {
    out[0] = from
    out[1] = to
    return 1
  }
  // Heights above the lines of the two sides, positive on the petal's ground, at both ends of the segment.
  const ux = petals.firstX[slot]!
  const uy = petals.firstY[slot]!
  const vx = petals.lastX[slot]!
  const vy = petals.lastY[slot]!
  const first = ux * fy - uy * fx
  const firstEnd = first + (ux * dy - uy * dx)
  const last = fx * vy - fy * vx
  const lastEnd = last + (dx * vy - dy * vx)
  out[0] = from
  out[1] = to
  if (kind === WEDGE) {
    return clipToHeight(out, 0, first, firstEnd, ux * dx + uy * dy, along) &&
      clipToHeight(out, 0, last, lastEnd, -(vx * dx + vy * dy), along)
      ? 1
      : 0
  }
  let pairs = clipToHeight(out, 0, first, firstEnd, ux * dx + uy * dy, along) ? 1 : 0
  out[pairs * 2] = from
  out[pairs * 2 + 1] = to
  if (clipToHeight(out, pairs * 2, last, lastEnd, -(vx * dx + vy * dy), along)) pairs++
  return pairs
}

/** Cuts out[at], out[at + 1] to where a height, linear along the segment, is not negative; false when nothing is left. */
function clipToHeight(
  out: Float64Array,
  at: number,
  start: number,
  end: number,
  /** Positive when the ground is on the left of a segment that runs along the line. */
  left: number,
  along: AlongSide,
): boolean {
  if (Math.abs(start) <= ALONG && Math.abs(end) <= ALONG) {
    return along === 'inside' || left > 0 === (along === 'left')
  }
  if (start >= 0 && end >= 0) return true
  if (start <= 0 && end <= 0) return false
  const crossing = start / (start - end)
  if (start < 0) out[at] = Math.max(out[at]!, crossing)
  else out[at + 1] = Math.min(out[at + 1]!, crossing)
  return out[at]! < out[at + 1]!
}
