import { diamondAngle, diamondDirection } from './diamondAngle'
import { IntervalSet } from './intervalSet'
import type { PetalGrid } from './petalGrid'
import { hideOnCircle, TURN } from './petalOnCircle'
import { type AlongSide, petalOnSegment, type Segment } from './petalOnSegment'
import { DISC, type PetalStore } from './petalStore'

/** Numbers to an open arc: from and to (diamond angles), unit vectors of both, then its bounding box. */
export const ARC = 10
/** Numbers to an open stretch of a side: from x, y, to x, y, with the petal on its left; 0 of the first side, 1 of the last. */
export const STRETCH = 5

/** The part of a petal's edge that no other petal covers: where the union of all of them ends. */
export interface OpenEdge {
  readonly arcs: Float64Array
  readonly sides: Float64Array
}

const NOTHING = new Float64Array(0)
const COVERED: OpenEdge = { arcs: NOTHING, sides: NOTHING }

/** Diamond angle: a shorter arc is rounding. */
const ROUNDING_ARC = 1e-11
/** Metres: a shorter stretch is rounding. */
const ROUNDING_SIDE = 1e-8

const open = new IntervalSet()
const pairs = new Float64Array(4)
const direction = new Float64Array(4)
const side: Segment = { x: 0, y: 0, dx: 0, dy: 0, lengthSquared: 0 }

/** Finds the open edge of a petal. It depends only on the petals there are, not on their order. */
export function openEdge(petals: PetalStore, grid: PetalGrid, slot: number): OpenEdge {
  openArc(petals, slot)
  // Where there are many, those that hold the apex mostly cover it all, and the rest need not be looked for.
  const x = petals.x[slot]!
  const y = petals.y[slot]!
  const holding = grid.search(x, y, x, y)
  hideArcs(petals, slot, grid.found, holding)
  const disc = petals.kind[slot] === DISC
  if (disc && open.size === 0) return COVERED
  const found = grid.search(petals.west[slot]!, petals.south[slot]!, petals.east[slot]!, petals.north[slot]!)
  hideArcs(petals, slot, grid.found, found)
  const arcs = writeArcs(petals, slot)
  const sides = disc ? NOTHING : openSides(petals, slot, grid.found, found)
  return arcs.length === 0 && sides.length === 0 ? COVERED : { arcs, sides }
}

/** Opens the whole arc of a petal. */
function openArc(petals: PetalStore, slot: number): void {
  if (petals.kind[slot] === DISC) {
    open.reset(0, TURN)
    return
  }
  const from = diamondAngle(petals.firstX[slot]!, petals.firstY[slot]!)
  const to = diamondAngle(petals.lastX[slot]!, petals.lastY[slot]!)
  open.size = 0
  if (from < to) open.append(from, to)
  else {
    if (to > 0) open.append(0, to)
    if (from < TURN) open.append(from, TURN)
  }
}

function hideArcs(petals: PetalStore, slot: number, neighbours: Int32Array, found: number): void {
  const mast = petals.mast[slot]
  for (let i = 0; i < found && open.size > 0; i++) {
    const other = neighbours[i]!
    if (petals.mast[other] !== mast) hideOnCircle(petals, slot, other, open)
  }
}

function writeArcs(petals: PetalStore, slot: number): Float64Array {
  let count = 0
  for (let i = 0; i < open.size; i++) if (open.ends[i]! - open.starts[i]! > ROUNDING_ARC) count++
  if (count === 0) return NOTHING
  const arcs = new Float64Array(count * ARC)
  let at = 0
  for (let i = 0; i < open.size; i++) {
    const from = open.starts[i]!
    const to = open.ends[i]!
    if (to - from <= ROUNDING_ARC) continue
    writeArc(arcs, at, petals, slot, from, to)
    at += ARC
  }
  return arcs
}

function writeArc(arcs: Float64Array, at: number, petals: PetalStore, slot: number, from: number, to: number): void {
  const x = petals.x[slot]!
  const y = petals.y[slot]!
  const radius = petals.radius[slot]!
  diamondDirection(from, direction, 0)
  diamondDirection(to, direction, 2)
  const startX = direction[0]!
  const startY = direction[1]!
  const endX = direction[2]!
  const endY = direction[3]!
  arcs[at] = from
  arcs[at + 1] = to
  arcs[at + 2] = startX
  arcs[at + 3] = startY
  arcs[at + 4] = endX
  arcs[at + 5] = endY
  arcs[at + 6] = x + radius * (from <= 2 && to >= 2 ? -1 : Math.min(startX, endX))
  arcs[at + 7] = y + radius * (from <= 3 && to >= 3 ? -1 : Math.min(startY, endY))
  arcs[at + 8] = x + radius * Math.max(startX, endX)
  arcs[at + 9] = y + radius * (from <= 1 && to >= 1 ? 1 : Math.max(startY, endY))
}

function openSides(petals: PetalStore, slot: number, neighbours: Int32Array, found: number): Float64Array {
  const stretches: number[] = []
  const radius = petals.radius[slot]!
  const first = petals.firstSide[slot]!
  if (first >= 0) {
    // Outward, the petal lies to the left of its first side; to the left of its last one it lies inward.
    const [x, y] = [petals.firstX[slot]!, petals.firstY[slot]!]
    openSide(petals, slot, neighbours, found, { x, y, from: first, to: radius, side: 0 }, stretches)
  }
  const last = petals.lastSide[slot]!
  if (last >= 0) {
    const [x, y] = [petals.lastX[slot]!, petals.lastY[slot]!]
    openSide(petals, slot, neighbours, found, { x, y, from: radius, to: last, side: 1 }, stretches)
  }
  return stretches.length === 0 ? NOTHING : Float64Array.from(stretches)
}

/** Direction of a side, and the distances from the apex it runs between. */
interface Side {
  readonly x: number
  readonly y: number
  readonly from: number
  readonly to: number
  readonly side: 0 | 1
}

/** Adds the open stretches of one side to `stretches`. */
function openSide(
  petals: PetalStore,
  slot: number,
  neighbours: Int32Array,
  found: number,
  { x, y, from, to, side: which }: Side,
  stretches: number[],
): void {
  const originX = petals.x[slot]!
  const originY = petals.y[slot]!
  side.x = x * from
  side.y = y * from
  side.dx = x * (to - from)
  side.dy = y * (to - from)
  side.lengthSquared = side.dx * side.dx + side.dy * side.dy
  const mast = petals.mast[slot]
  open.reset(0, 1)
  for (let i = 0; i < found && open.size > 0; i++) {
    const other = neighbours[i]!
    if (petals.mast[other] === mast) continue
    const along: AlongSide = precedes(petals, other, slot) ? 'inside' : 'right'
    const count = petalOnSegment(petals, other, side, originX, originY, along, pairs)
    for (let k = 0; k < count; k++) open.subtract(pairs[k * 2]!, pairs[k * 2 + 1]!)
  }
  const least = ROUNDING_SIDE / Math.abs(to - from)
  for (let i = 0; i < open.size; i++) {
    const start = open.starts[i]!
    const end = open.ends[i]!
    if (end - start <= least) continue
    stretches.push(
      originX + side.x + start * side.dx,
      originY + side.y + start * side.dy,
      originX + side.x + end * side.dx,
      originY + side.y + end * side.dy,
      which,
    )
  }
}

/** One order of apexes, whatever the order of their coming: of two sides that coincide only one is open. */
function precedes(petals: PetalStore, one: number, other: number): boolean {
  const difference = petals.x[one]! - petals.x[other]! || petals.y[one]! - petals.y[other]!
  return difference < 0
}
