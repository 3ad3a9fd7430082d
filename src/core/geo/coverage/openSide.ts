import { IntervalSet } from './intervalSet'
import { type AlongSide, petalOnSegment, type Segment } from './petalOnSegment'
import type { PetalStore } from './petalStore'

/** Metres: a shorter stretch is rounding. */
const ROUNDING_SIDE = 1e-8

const open = new IntervalSet()
const pairs = new Float64Array(4)
const side: Segment = { x: 0, y: 0, dx: 0, dy: 0, lengthSquared: 0 }

/** Direction of a side, and the distances from the apex it runs between, so that the petal is on its left. */
export interface Side {
  readonly x: number
  readonly y: number
  readonly from: number
  readonly to: number
}

/**
 * The sides of a petal that are edges of its mast: outward the petal lies to the left of its first side; to the left of
 * its last one it lies inward.
 */
export function sidesOf(petals: PetalStore, slot: number): Side[] {
  const sides: Side[] = []
  const radius = petals.radius[slot]!
  const first = petals.firstSide[slot]!
  const last = petals.lastSide[slot]!
  if (first >= 0) sides.push({ x: petals.firstX[slot]!, y: petals.firstY[slot]!, from: first, to: radius })
  if (last >= 0) sides.push({ x: petals.lastX[slot]!, y: petals.lastY[slot]!, from: radius, to: last })
  return sides
}

/** Adds the stretches of one side that no petal of another mast covers to `stretches`: from x, y, to x, y. */
export function openSide(
  petals: PetalStore,
  slot: number,
  neighbours: Int32Array,
  found: number,
  { x, y, from, to }: Side,
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
    )
  }
}

/** One order of apexes, whatever the order of their coming: of two sides that coincide only one is open. */
function precedes(petals: PetalStore, one: number, other: number): boolean {
  const difference = petals.x[one]! - petals.x[other]! || petals.y[one]! - petals.y[other]!
  return difference < 0
}
