import type { Viewer, WallCurve } from './wallCurves'

/** Curves that bound what is seen besides walls. */
export const FAR_ARC = -1
export const NEAR_ARC = -2

/** What is seen between two neighbouring directions and two curves that do not cross there: a cell with its four corners. */
export interface VisibleCell {
  /** Number of a wall curve, or an arc. */
  readonly inner: number
  readonly outer: number
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

/** Directions nearer to each other than this (radians) are one: 10⁻⁹ m at a kilometre. */
const SAME_DIRECTION = 1e-12
/** Metres: curves that change their order by less do not cross. */
const TOUCH = 1e-9

/** What is seen, slab by slab, in the order of directions from 0 to the beam's sweep. */
export function visibleCells(viewer: Viewer, curves: readonly WallCurve[]): readonly Slab[] {
  const order = [...curves.keys()].sort((a, b) => curves[a]!.t1 - curves[b]!.t1)
  const directions = directionsOf(viewer, curves)
  const slabs: Slab[] = []
  let active: number[] = []
  let next = 0
  for (let i = 1; i < directions.length; i++) {
    const t1 = directions[i - 1]!
    const t2 = directions[i]!
    const middle = (t1 + t2) / 2
    active = active.filter((curve) => curves[curve]!.t2 > middle)
    while (next < order.length && curves[order[next]!]!.t1 < middle) {
      const curve = order[next++]!
      if (curves[curve]!.t2 > middle) active.push(curve)
    }
    sweepSlab(viewer, curves, active, t1, t2, slabs)
  }
  return slabs
}

/** Every direction in which a curve begins or ends or meets an arc, sorted, each once, the beam's ends among them. */
function directionsOf({ near, far, from, sweep }: Viewer, curves: readonly WallCurve[]): readonly number[] {
  // In thirds, so that no side goes half round or more.
  const all = [0, sweep / 3, (2 * sweep) / 3, sweep]
  for (const { t1, t2, nx, ny, c } of curves) {
    all.push(t1, t2)
    const distance = c / Math.hypot(nx, ny)
    const foot = Math.atan2(ny, nx) - from
    for (const radius of near > 0 ? [near, far] : [far]) {
      if (distance >= radius) continue
      const half = Math.acos(distance / radius)
      for (const direction of [foot - half, foot + half]) {
        const turned = direction - 2 * Math.PI * Math.floor((direction - t1) / (2 * Math.PI))
        if (turned < t2) all.push(turned)
      }
    }
  }
  const sorted = Float64Array.from(all).sort()
  const kept: number[] = []
  for (const direction of sorted) {
    if (direction < 0 || direction > sweep) continue
    if (kept.length === 0 || direction - kept.at(-1)! > SAME_DIRECTION) kept.push(direction)
  }
  if (kept.at(-1) !== sweep) kept[kept.length - 1] = sweep
  return kept
}

/** Adds the slab of the active curves, cut in two where two of them cross. */
function sweepSlab(
  viewer: Viewer,
  curves: readonly WallCurve[],
  active: readonly number[],
  t1: number,
  t2: number,
  slabs: Slab[],
): void {
  const reaches = (at: number) => {
    const [cosine, sine] = [Math.cos(viewer.from + at), Math.sin(viewer.from + at)]
    return (curve: number) => reachAlong(curves[curve]!, at, cosine, sine)
  }
  const reachOf = reaches((t1 + t2) / 2)
  const sorted = active
    .map((curve) => ({ curve, reach: reachOf(curve) }))
    .filter(({ reach }) => reach < viewer.far)
    .sort((a, b) => a.reach - b.reach)
  const [reachOf1, reachOf2] = [reaches(t1), reaches(t2)]
  const reaches1 = sorted.map(({ curve }) => reachOf1(curve))
  const reaches2 = sorted.map(({ curve }) => reachOf2(curve))
  for (let i = 1; i < sorted.length; i++) {
    if (reaches1[i]! > reaches1[i - 1]! - TOUCH && reaches2[i]! > reaches2[i - 1]! - TOUCH) continue
    const crossing = crossingOf(viewer, curves[sorted[i - 1]!.curve]!, curves[sorted[i]!.curve]!, t1, t2)
    if (crossing === null) continue
    sweepSlab(viewer, curves, active, t1, crossing, slabs)
    sweepSlab(viewer, curves, active, crossing, t2, slabs)
    return
  }
  slabs.push({ t1, t2, cells: cellsOf(viewer, curves, sorted, reaches1, reaches2) })
}

function cellsOf(
  { near, far }: Viewer,
  curves: readonly WallCurve[],
  sorted: readonly { readonly curve: number; readonly reach: number }[],
  reaches1: readonly number[],
  reaches2: readonly number[],
): VisibleCell[] {
  const cells: VisibleCell[] = []
  const within = (metres: number) => Math.min(far, Math.max(near, metres))
  let inner = { curve: NEAR_ARC, at1: near, at2: near }
  let depth = 0
  for (const [i, { curve, reach }] of sorted.entries()) {
    const before = depth
    depth += curves[curve]!.step
    const beyond = reach > near
    if (before <= 0 && depth > 0 && beyond) {
      const [outer1, outer2] = [Math.max(inner.at1, within(reaches1[i]!)), Math.max(inner.at2, within(reaches2[i]!))]
      cells.push({ inner: inner.curve, outer: curve, inner1: inner.at1, inner2: inner.at2, outer1, outer2 })
    }
    if (before > 0 && depth <= 0) {
      inner = beyond ? { curve, at1: within(reaches1[i]!), at2: within(reaches2[i]!) } : { curve: NEAR_ARC, at1: near, at2: near }
    }
  }
  if (depth <= 0) {
    const { curve, at1, at2 } = inner
    cells.push({ inner: curve, outer: FAR_ARC, inner1: at1, inner2: at2, outer1: far, outer2: far })
  }
  return cells
}

/** Metres from the viewer to a curve along one of its directions. */
function reachAlong({ t1, t2, r1, r2, nx, ny, c }: WallCurve, t: number, cosine: number, sine: number): number {
  if (t - t1 < SAME_DIRECTION) return r1
  if (t2 - t < SAME_DIRECTION) return r2
  const across = nx * cosine + ny * sine
  return across > 0 ? Math.min(c / across, Math.max(r1, r2)) : Math.max(r1, r2)
}

/** The direction strictly between two in which two lines cross, or null. */
function crossingOf({ from }: Viewer, a: WallCurve, b: WallCurve, t1: number, t2: number): number | null {
  // Equal reach along a direction u: c₁ n₂·u = c₂ n₁·u.
  const across = Math.atan2(a.c * b.nx - b.c * a.nx, b.c * a.ny - a.c * b.ny) - from
  const turned = across - Math.PI * Math.floor((across - t1) / Math.PI)
  return turned > t1 + SAME_DIRECTION && turned < t2 - SAME_DIRECTION ? turned : null
}
