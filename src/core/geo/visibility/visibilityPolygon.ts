import type { Obstacles } from './obstacles'
import { type BoundingCurve, FAR_ARC, NEAR_ARC, type Slab, visibleCells } from './visibleCells'
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
  /** The curve it lies on, or the number of a direction: neighbours on one are one side. */
  readonly curve: BoundingCurve | number
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
  const [leftCorners, rightCorners]: [number[], number[]] = [[], []]
  const leftEnds = 2 * left.cells.length
  const rightEnds = 2 * right.cells.length
  let [atLeft, atRight] = [0, 0]
  let [reached, corner] = [Number.NEGATIVE_INFINITY, -1]
  while (atLeft < leftEnds || atRight < rightEnds) {
    const ofLeft = atLeft < leftEnds ? endOf(left, atLeft, true) : Number.POSITIVE_INFINITY
    const ofRight = atRight < rightEnds ? endOf(right, atRight, false) : Number.POSITIVE_INFINITY
    const metres = Math.min(ofLeft, ofRight)
    if (!(metres - reached <= SAME_PLACE)) {
      const before = corner
      corner = cornerAt(corners, t, metres)
      // Within a cell between an inner end and its outer one.
      const [onLeft, onRight] = [atLeft % 2 === 1, atRight % 2 === 1]
      if (onLeft && !onRight) sides.push({ from: corner, to: before, curve: nth, used: false })
      if (onRight && !onLeft) sides.push({ from: before, to: corner, curve: nth, used: false })
    }
    reached = metres
    if (ofLeft <= ofRight) leftCorners[atLeft++] = corner
    else rightCorners[atRight++] = corner
  }
  return [leftCorners, rightCorners]
}

/** Metres to an end of a slab's cells, along its last direction or its first. */
function endOf({ cells }: Slab, nth: number, last: boolean): number {
  const cell = cells[nth >> 1]!
  if (nth % 2 === 0) return last ? cell.inner2 : cell.inner1
  return last ? cell.outer2 : cell.outer1
}

/** The viewer is one corner, whatever the direction. */
function cornerAt({ t, reach }: Corners, direction: number, metres: number): number {
  if (metres === 0) return 0
  reach.push(metres)
  return t.push(direction) - 1
}

function trace(viewer: Viewer, corners: Corners, sides: readonly Side[]): VisibleRings {
  // Sides that leave a corner, in a chain: mostly one.
  const first = new Int32Array(corners.t.length).fill(-1)
  const following = new Int32Array(sides.length)
  for (let i = sides.length - 1; i >= 0; i--) {
    const { from } = sides[i]!
    following[i] = first[from]!
    first[from] = i
  }
  const unusedFrom = (corner: number): Side | undefined => {
    for (let i = first[corner]!; i >= 0; i = following[i]!) if (!sides[i]!.used) return sides[i]
    return undefined
  }
  const rings: Float64Array[] = []
  for (const start of sides) {
    if (start.used) continue
    const ring: Side[] = []
    for (let side: Side | undefined = start; side; side = unusedFrom(side.to)) {
      side.used = true
      ring.push(side)
    }
    const drawn = draw(viewer, corners, ring)
    if (drawn.length >= 6) rings.push(drawn)
  }
  return rings
}

function draw(viewer: Viewer, { t, reach }: Corners, ring: readonly Side[]): Float64Array {
  // From where one curve goes over into another, so that no curve is cut in two.
  const turn = ring.findIndex((side, i) => side.curve !== ring.at(i - 1)!.curve)
  const sideAt = (i: number): Side => ring[(i + Math.max(0, turn)) % ring.length]!
  const points: number[] = []
  for (let i = 0; i < ring.length; ) {
    const { curve, from } = sideAt(i)
    let sweep = 0
    for (; i < ring.length && sideAt(i).curve === curve; i++) sweep += stepOf(t[sideAt(i).from]!, t[sideAt(i).to]!)
    const isArc = curve === FAR_ARC || (curve === NEAR_ARC && viewer.near > 0)
    addArc(points, viewer, viewer.from + t[from]!, reach[from]!, isArc ? sweep : 0, turn < 0)
  }
  return Float64Array.from(points)
}

/** The turn from one direction of a side to the other, the short way. */
function stepOf(from: number, to: number): number {
  const step = to - from
  if (step > Math.PI) return step - 2 * Math.PI
  return step < -Math.PI ? step + 2 * Math.PI : step
}

/**
 * Vertices of an arc but its last: the ends on it, those between outside, by as much as gives the chord polygon its area. Of a
 * straight side (no sweep), its first.
 */
function addArc(
  points: number[],
  { x, y }: Viewer,
  start: number,
  radius: number,
  sweep: number,
  whole: boolean,
): void {
  let [cosine, sine] = [Math.cos(start), Math.sin(start)]
  if (!whole) points.push(x + radius * cosine, y + radius * sine)
  if (sweep === 0) return
  const pieces = Math.max(2, Math.ceil(Math.abs(sweep) / ARC_STEP))
  const step = sweep / pieces
  const swell = Math.abs(step) / Math.sin(Math.abs(step))
  const between = whole
    ? radius * Math.sqrt(swell)
    : pieces === 2
      ? radius * swell
      : (radius * (Math.sqrt(1 + (pieces - 2) * pieces * swell) - 1)) / (pieces - 2)
  const [turnX, turnY] = [Math.cos(step), Math.sin(step)]
  for (let i = whole ? 0 : 1; i < pieces; i++) {
    ;[cosine, sine] = [cosine * turnX - sine * turnY, sine * turnX + cosine * turnY]
    points.push(x + between * cosine, y + between * sine)
  }
}
