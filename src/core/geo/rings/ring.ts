import type { Position } from 'geojson'
import type { EqualAreaGrid, GridPath, GridPoint } from '../equalAreaGrid'

/**
 * A ring on a subject's grid as x0, y0, x1, y1, … in grid steps, not closed by a repeated position. Counter-clockwise
 * rings count positive, clockwise ones (holes) negative; a set of such rings is read by the non-zero rule.
 */
export type FlatRing = readonly number[]

/** West, south, east, north in grid steps. */
export type GridBox = readonly [west: number, south: number, east: number, north: number]

/** A ring of positions on a grid, without repeated positions, the closing one included. */
export function flatRing(ring: readonly Position[], grid: EqualAreaGrid): FlatRing {
  const flat: number[] = []
  let lastX = Number.NaN
  let lastY = Number.NaN
  for (const position of ring) {
    const { x, y } = grid.toGrid(position)
    if (x === lastX && y === lastY) continue
    flat.push(x, y)
    lastX = x
    lastY = y
  }
  if (flat.length > 2 && flat[0] === lastX && flat[1] === lastY) flat.length -= 2
  return flat
}

/** Signed area, square grid steps; counter-clockwise positive. */
export function ringArea(ring: FlatRing): number {
  const x0 = ring[0] ?? 0
  const y0 = ring[1] ?? 0
  let doubled = 0
  let ax = 0
  let ay = 0
  for (let i = 2; i < ring.length; i += 2) {
    // Against the first corner, so that a small ring far from the origin loses no digits.
    const bx = ring[i]! - x0
    const by = ring[i + 1]! - y0
    doubled += ax * by - ay * bx
    ax = bx
    ay = by
  }
  return doubled / 2
}

/** Bounding box of rings, grid steps; inverted when there are none. */
export function boxOfRings(rings: readonly FlatRing[]): GridBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i]!
      const y = ring[i + 1]!
      if (x < west) west = x
      if (x > east) east = x
      if (y < south) south = y
      if (y > north) north = y
    }
  }
  return [west, south, east, north]
}

/** A ring with more corners is left to the clipping library, which handles many corners better. */
const MOST_CORNERS = 12

/** The ring turned counter-clockwise, or null when it turns both ways, turns round more than once or has many corners. */
export function convexRing(ring: FlatRing): FlatRing | null {
  const count = ring.length / 2
  if (count < 3 || count > MOST_CORNERS) return null
  const area = ringArea(ring)
  if (area === 0) return null
  const turned = area > 0 ? ring : reversed(ring)
  let ascents = 0
  let [ax, ay, bx, by] = turned.slice(-4) as [number, number, number, number]
  for (let i = 0; i < turned.length; i += 2) {
    const cx = turned[i]!
    const cy = turned[i + 1]!
    if ((bx - ax) * (cy - by) - (by - ay) * (cx - bx) < 0) return null
    // A ring that turns round once rises once: (x, y) in order of y, then x.
    const rose = by > ay || (by === ay && bx > ax)
    const rises = cy > by || (cy === by && cx > bx)
    if (!rose && rises) ascents++
    ax = bx
    ay = by
    bx = cx
    by = cy
  }
  return ascents === 1 ? turned : null
}

function reversed(ring: FlatRing): FlatRing {
  const turned: number[] = []
  for (let i = ring.length - 2; i >= 0; i -= 2) turned.push(ring[i]!, ring[i + 1]!)
  return turned
}

/** Mean width, grid steps, under which ground is the rounding of cuts to whole steps: micrometres on a county. */
const THIN = 2

/** Whether a set of rings holds no more ground than rounding leaves along its edges. */
export function thinRings(rings: readonly FlatRing[]): boolean {
  let area = 0
  let around = 0
  for (const ring of rings) {
    area += ringArea(ring)
    let px = ring[ring.length - 2] ?? 0
    let py = ring[ring.length - 1] ?? 0
    for (let i = 0; i < ring.length; i += 2) {
      around += Math.abs(ring[i]! - px) + Math.abs(ring[i + 1]! - py)
      px = ring[i]!
      py = ring[i + 1]!
    }
  }
  return Math.abs(area) <= (THIN * around) / 2
}

/** Grid steps: a spike no wider than this has no area of its own. */
const WIDTH = 1.5

/**
 * A closed path without repeated points and without spikes, where it runs back along itself. They bound no ground, and the
 * clipping library does not always read the rest rightly beside them.
 */
export function withoutSpikes(path: GridPath): GridPath {
  const kept: GridPoint[] = []
  for (const point of path) {
    kept.push(point)
    while (kept.length > 2 && isSpike(kept.at(-3)!, kept.at(-2)!, kept.at(-1)!)) kept.splice(-2, 1)
    if (kept.length > 1 && same(kept.at(-2)!, kept.at(-1)!)) kept.pop()
  }
  // Where the end meets the beginning.
  for (;;) {
    const [first, second] = kept
    const last = kept.at(-1)
    const before = kept.at(-2)
    if (!first || !second || !last || !before || kept.length < 3) return []
    if (same(last, first) || isSpike(before, last, first)) kept.pop()
    else if (isSpike(last, first, second)) kept.shift()
    else return kept
  }
}

function same(a: GridPoint, b: GridPoint): boolean {
  return a.x === b.x && a.y === b.y
}

/** Whether a path turns back on itself at b. */
function isSpike(a: GridPoint, b: GridPoint, c: GridPoint): boolean {
  const [ux, uy, vx, vy] = [a.x - b.x, a.y - b.y, c.x - b.x, c.y - b.y]
  if (ux * vx + uy * vy <= 0) return false
  return Math.abs(ux * vy - uy * vx) <= WIDTH * Math.max(Math.hypot(ux, uy), Math.hypot(vx, vy))
}
