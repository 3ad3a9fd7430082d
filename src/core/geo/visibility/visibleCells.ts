import type { Viewer, WallCurve } from './wallCurves'

/** Curves that bound what is seen besides walls. */
export const FAR_ARC = 'far'
export const NEAR_ARC = 'near'
export type BoundingCurve = WallCurve | typeof FAR_ARC | typeof NEAR_ARC

/** What is seen between two neighbouring directions and two curves that do not cross there: a cell with its four corners. */
interface VisibleCell {
  readonly inner: BoundingCurve
  readonly outer: BoundingCurve
  /** Metres from the viewer, at the slab's first and last direction. */
  readonly inner1: number
  readonly inner2: number
  readonly outer1: number
  readonly outer2: number
}

/** Between two directions (radians from the beam's start) no curve begins, ends or crosses another. */
export interface Slab {
  readonly t1: number
  readonly t2: number
  readonly cells: readonly VisibleCell[]
}

const FULL = 2 * Math.PI
/** Directions nearer to each other than this (radians) are one: 10⁻⁹ m at a kilometre. */
const SAME_DIRECTION = 1e-12
/** Metres: curves that change their order by less do not cross. */
const TOUCH = 1e-9

/** What is seen, slab by slab, in the order of directions from 0 to the beam's sweep. */
export function visibleCells(viewer: Viewer, curves: readonly WallCurve[]): readonly Slab[] {
  const sorted = curves.toSorted((a, b) => a.t1 - b.t1)
  const directions = directionsOf(viewer, curves)
  const sweep = createSweep(viewer)
  const active: Seen[] = []
  let next = 0
  let first = rayAt(viewer, 0)
  for (let i = 1; i < directions.length; i++) {
    const last = rayAt(viewer, directions[i]!)
    const middle = (first.t + last.t) / 2
    let kept = 0
    for (const seen of active) if (seen.curve.t2 > middle) active[kept++] = seen
    active.length = kept
    for (; next < sorted.length && sorted[next]!.t1 < middle; next++) {
      const curve = sorted[next]!
      if (curve.t2 > middle) active.push({ curve, at1: 0, at2: 0 })
    }
    sweep.add(active, first, last)
    first = last
  }
  return sweep.slabs
}

/** Every direction in which a curve begins or ends or meets an arc, sorted, each once, the beam's ends among them. */
function directionsOf({ near, far, from, sweep }: Viewer, curves: readonly WallCurve[]): readonly number[] {
  // In thirds, so that no side goes half round or more.
  const all = [0, sweep / 3, (2 * sweep) / 3, sweep]
  for (const curve of curves) {
    const { t1, t2 } = curve
    if (t1 > 0 && t1 < sweep) all.push(t1)
    if (t2 > 0 && t2 < sweep) all.push(t2)
    addArcCrossings(all, curve, far, from, sweep)
    if (near > 0) addArcCrossings(all, curve, near, from, sweep)
  }
  const sorted = Float64Array.from(all).sort()
  const kept: number[] = []
  let before = Number.NEGATIVE_INFINITY
  for (const direction of sorted) {
    if (direction - before <= SAME_DIRECTION) continue
    kept.push(direction)
    before = direction
  }
  kept[kept.length - 1] = sweep
  return kept
}

/** Adds the directions in which a curve meets an arc round the viewer. */
function addArcCrossings(
  all: number[],
  { t1, t2, r1, r2, nx, ny }: WallCurve,
  radius: number,
  from: number,
  sweep: number,
): void {
  const distance = 1 / Math.sqrt(nx * nx + ny * ny)
  if (distance >= radius || (r1 <= radius && r2 <= radius)) return
  const foot = Math.atan2(ny, nx) - from
  const half = Math.acos(distance / radius)
  for (let way = -1; way <= 1; way += 2) {
    const direction = foot + way * half
    const turned = direction - FULL * Math.floor((direction - t1) / FULL)
    if (turned < t2 && turned > 0 && turned < sweep) all.push(turned)
  }
}

/** A curve in the slab at hand: one over its distance in the first direction and in the last. */
interface Seen {
  readonly curve: WallCurve
  at1: number
  at2: number
}

interface Ray {
  readonly t: number
  readonly x: number
  readonly y: number
}

const rayAt = ({ from }: Viewer, t: number): Ray => ({ t, x: Math.cos(from + t), y: Math.sin(from + t) })

/** One over the distance to a curve along one of its directions. */
function nearness({ t1, t2, r1, r2, nx, ny }: WallCurve, { t, x, y }: Ray): number {
  if (t - t1 < SAME_DIRECTION) return 1 / r1
  if (t2 - t < SAME_DIRECTION) return 1 / r2
  return Math.max(nx * x + ny * y, 1 / Math.max(r1, r2))
}

/** Whether one is nearer than another, by more than a touch. */
const nearer = (one: number, other: number): boolean => one - other > TOUCH * one * other

function createSweep(viewer: Viewer): {
  readonly slabs: Slab[]
  readonly add: (active: readonly Seen[], first: Ray, last: Ray) => void
} {
  const slabs: Slab[] = []
  let line: Seen[] = []

  const add = (active: readonly Seen[], first: Ray, last: Ray): void => {
    // Along the middle of the two directions nearness is as the sum of both, for every curve by the same factor.
    const beyond = Math.sqrt((first.x + last.x) ** 2 + (first.y + last.y) ** 2) / viewer.far
    let end: Seen | null = null
    for (const seen of active) {
      seen.at1 = nearness(seen.curve, first)
      seen.at2 = nearness(seen.curve, last)
      if (seen.curve.endless && (end === null || seen.at1 + seen.at2 > end.at1 + end.at2)) end = seen
    }
    line.length = 0
    for (const seen of active) {
      if (seen.at1 + seen.at2 <= beyond) continue
      if (end !== null && seen !== end) {
        const crosses =
          (nearer(seen.at1, end.at1) && nearer(end.at2, seen.at2)) ||
          (nearer(seen.at2, end.at2) && nearer(end.at1, seen.at1))
        if (crosses) {
          if (split(active, seen.curve, end.curve, first, last)) return
        }
        // What never ends hides what lies behind it.
        if (seen.curve.endless || seen.at1 + seen.at2 < end.at1 + end.at2) continue
      }
      line.push(seen)
    }
    if (line.length > 1) line = line.sort((a, b) => b.at1 + b.at2 - a.at1 - a.at2)
    for (let i = 1; i < line.length; i++) {
      const [one, other] = [line[i - 1]!, line[i]!]
      if (!nearer(other.at1, one.at1) && !nearer(other.at2, one.at2)) continue
      if (split(active, one.curve, other.curve, first, last)) return
    }
    slabs.push({ t1: first.t, t2: last.t, cells: cellsOf(viewer, line, first, last) })
  }

  /** Sweeps in two where two curves cross; false when they do not. */
  const split = (active: readonly Seen[], one: WallCurve, other: WallCurve, first: Ray, last: Ray): boolean => {
    const crossing = crossingOf(viewer, one, other, first.t, last.t)
    if (crossing === null) return false
    const ray = rayAt(viewer, crossing)
    add(active, first, ray)
    add(active, ray, last)
    return true
  }
  return { slabs, add }
}

function cellsOf({ near, far }: Viewer, line: readonly Seen[], first: Ray, last: Ray): VisibleCell[] {
  const cells: VisibleCell[] = []
  const beyondNear = near > 0 ? Math.sqrt((first.x + last.x) ** 2 + (first.y + last.y) ** 2) / near : Infinity
  let inner: WallCurve | null = null
  let [inner1, inner2] = [near, near]
  let depth = 0
  for (const { curve, at1, at2 } of line) {
    const before = depth
    depth += curve.step
    const beyond = at1 + at2 < beyondNear
    if (before <= 0 && depth > 0 && beyond) {
      const outer1 = Math.min(far, Math.max(inner1, 1 / at1))
      const outer2 = Math.min(far, Math.max(inner2, 1 / at2))
      cells.push({ inner: inner ?? NEAR_ARC, outer: curve, inner1, inner2, outer1, outer2 })
    }
    if (before > 0 && depth <= 0) {
      inner = beyond ? curve : null
      inner1 = beyond ? Math.min(far, Math.max(near, 1 / at1)) : near
      inner2 = beyond ? Math.min(far, Math.max(near, 1 / at2)) : near
    }
  }
  if (depth <= 0) cells.push({ inner: inner ?? NEAR_ARC, outer: FAR_ARC, inner1, inner2, outer1: far, outer2: far })
  return cells
}

/** The direction strictly between two in which two lines cross, or null. */
function crossingOf({ from }: Viewer, a: WallCurve, b: WallCurve, t1: number, t2: number): number | null {
  // Equal distance along a direction u: (n₁ − n₂)·u = 0.
  const across = Math.atan2(b.nx - a.nx, a.ny - b.ny) - from
  const turned = across - Math.PI * Math.floor((across - t1) / Math.PI)
  return turned > t1 + SAME_DIRECTION && turned < t2 - SAME_DIRECTION ? turned : null
}
