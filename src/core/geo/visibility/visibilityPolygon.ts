import { FAR_ARC, NEAR_ARC, type Slab, visibleCells } from './visibleCells'
import type { Obstacles } from './obstacles'
import { type Viewer, wallCurves } from './wallCurves'

/** Rings round what one sees, not closed, in the plane: outer rings counter-clockwise, holes clockwise. */
export type VisibleRings = readonly Float64Array[]

/** Degrees of an arc that one straight side stands for, at most. The area is that of the arc. */
const ARC_STEP = (1.5 * Math.PI) / 180
/** Metres: ends nearer than this along one direction are one corner. */
const SAME_PLACE = 1e-7

/**
 * The ground a viewer sees among obstacles (a visibility polygon; where obstacles are lower than the viewer, with what is
 * seen beyond their shadows). Exact but for its arcs, whose sides stand outside so that the area is right.
 */
export function visibilityPolygon(viewer: Viewer, obstacles: Obstacles): VisibleRings {
  if (!(viewer.far > viewer.near) || !(viewer.sweep > 0)) return []
  return ringsOf(viewer, visibleCells(viewer, wallCurves(viewer, obstacles)))
}

/** A directed side of what is seen, the inside to its left. */
interface Side {
  readonly from: number
  readonly to: number
  /** Number of a wall curve, an arc, or a direction (below NEAR_ARC): neighbours of one curve are one side. */
  readonly curve: number
  used: boolean
}

interface Corners {
  /** Direction (radians from the beam's start) and reach of each corner. */
  readonly t: number[]
  readonly reach: number[]
}

function ringsOf(viewer: Viewer, slabs: readonly Slab[]): VisibleRings {
  const corners: Corners = { t: [0], reach: [0] }
  const sides: Side[] = []
  const round = viewer.sweep >= 2 * Math.PI
  const EMPTY: Slab = { t1: 0, t2: 0, cells: [] }
  /** Corners at the first direction of the slab at hand, and at its last. */
  const starts: (readonly number[])[] = []
  const ends: (readonly number[])[] = []
  for (let i = 0; i <= slabs.length; i++) {
    if (round && i === slabs.length) continue
    const left = i > 0 ? slabs[i - 1]! : round ? slabs.at(-1)! : EMPTY
    const right = slabs[i] ?? EMPTY
    const [leftCorners, rightCorners] = meet(corners, sides, left, right, i < slabs.length ? right.t1 : left.t2, i)
    if (i > 0) ends[i - 1] = leftCorners
    else if (round) ends[slabs.length - 1] = leftCorners
    if (i < slabs.length) starts[i] = rightCorners
  }
  for (const [i, { cells }] of slabs.entries()) {
    for (const [nth, { inner, outer }] of cells.entries()) {
      const [inner1, outer1] = [starts[i]![2 * nth]!, starts[i]![2 * nth + 1]!]
      const [inner2, outer2] = [ends[i]![2 * nth]!, ends[i]![2 * nth + 1]!]
      if (outer1 !== outer2) sides.push({ from: outer1, to: outer2, curve: outer, used: false })
      if (inner1 !== inner2) sides.push({ from: inner2, to: inner1, curve: inner, used: false })
    }
  }
  return trace(viewer, corners, sides)
}

/**
 * Makes the corners of two neighbouring slabs along the direction between them, and the sides along it where one of the
 * two is seen alone.
 * @returns for each slab the corners of its cells there: inner, outer, inner, outer, …
 */
function meet(
  corners: Corners,
  sides: Side[],
  left: Slab,
  right: Slab,
  t: number,
  nth: number,
): readonly [number[], number[]] {
  const ends = [
    ...left.cells.flatMap(({ inner2, outer2 }) => [inner2, outer2]),
    ...right.cells.flatMap(({ inner1, outer1 }) => [inner1, outer1]),
  ]
  const order = [...ends.keys()].sort((a, b) => ends[a]! - ends[b]!)
  const cornerOf: number[] = new Array(ends.length)
  const inLine: { readonly corner: number; left: number; right: number }[] = []
  const leftEnds = 2 * left.cells.length
  let previous = Number.NEGATIVE_INFINITY
  for (const end of order) {
    const reach = ends[end]!
    if (inLine.length === 0 || reach - previous > SAME_PLACE) {
      const corner = reach === 0 ? 0 : corners.t.push(t) - 1
      if (corner > 0) corners.reach.push(reach)
      inLine.push({ corner, left: 0, right: 0 })
    }
    previous = reach
    const at = inLine.at(-1)!
    cornerOf[end] = at.corner
    const change = end % 2 === 0 ? 1 : -1
    if (end < leftEnds) at.left += change
    else at.right += change
  }
  let [onLeft, onRight] = [0, 0]
  for (let i = 0; i + 1 < inLine.length; i++) {
    const [here, there] = [inLine[i]!, inLine[i + 1]!]
    onLeft += here.left
    onRight += here.right
    if (onLeft > 0 === onRight > 0) continue
    const [from, to] = onLeft > 0 ? [there.corner, here.corner] : [here.corner, there.corner]
    sides.push({ from, to, curve: NEAR_ARC - 1 - nth, used: false })
  }
  return [cornerOf.slice(0, leftEnds), cornerOf.slice(leftEnds)]
}

function trace(viewer: Viewer, corners: Corners, sides: readonly Side[]): VisibleRings {
  const leaving = new Map<number, Side[]>()
  for (const side of sides) {
    const known = leaving.get(side.from)
    if (known) known.push(side)
    else leaving.set(side.from, [side])
  }
  const rings: Float64Array[] = []
  for (const start of sides) {
    if (start.used) continue
    const ring: Side[] = []
    for (let side: Side | undefined = start; side && !side.used; ) {
      side.used = true
      ring.push(side)
      side = leaving.get(side.to)?.find(({ used }) => !used)
    }
    const drawn = draw(viewer, corners, ring)
    if (drawn.length >= 6) rings.push(drawn)
  }
  return rings
}

function draw(viewer: Viewer, { t, reach }: Corners, ring: readonly Side[]): Float64Array {
  // From where one curve goes over into another, so that no curve is cut in two.
  const turn = ring.findIndex((side, i) => side.curve !== ring.at(i - 1)!.curve)
  const sides = turn < 0 ? ring : [...ring.slice(turn), ...ring.slice(0, turn)]
  const points: number[] = []
  const add = (angle: number, metres: number) =>
    points.push(viewer.x + metres * Math.cos(viewer.from + angle), viewer.y + metres * Math.sin(viewer.from + angle))
  for (let i = 0; i < sides.length; ) {
    const { curve, from } = sides[i]!
    let sweep = 0
    let end = i
    while (end < sides.length && sides[end]!.curve === curve) {
      sweep += stepOf(t[sides[end]!.from]!, t[sides[end]!.to]!)
      end++
    }
    if (curve === FAR_ARC || (curve === NEAR_ARC && viewer.near > 0)) addArc(add, t[from]!, reach[from]!, sweep, turn < 0)
    else add(t[from]!, reach[from]!)
    i = end
  }
  return Float64Array.from(points)
}

/** The turn from one direction of a side to the other, the short way. */
function stepOf(from: number, to: number): number {
  const step = to - from
  if (step > Math.PI) return step - 2 * Math.PI
  return step < -Math.PI ? step + 2 * Math.PI : step
}

/** Vertices of an arc but its last: the ends on it, those between outside, by as much as gives the chord polygon its area. */
function addArc(
  add: (angle: number, metres: number) => void,
  start: number,
  radius: number,
  sweep: number,
  whole: boolean,
): void {
  const pieces = Math.max(2, Math.ceil(Math.abs(sweep) / ARC_STEP))
  const step = sweep / pieces
  const swell = Math.abs(step) / Math.sin(Math.abs(step))
  if (whole) {
    for (let i = 0; i < pieces; i++) add(start + i * step, radius * Math.sqrt(swell))
    return
  }
  const between =
    pieces === 2 ? radius * swell : (radius * (Math.sqrt(1 + (pieces - 2) * pieces * swell) - 1)) / (pieces - 2)
  add(start, radius)
  for (let i = 1; i < pieces; i++) add(start + i * step, between)
}
