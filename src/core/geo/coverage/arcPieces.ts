import { diamondAngle, diamondDirection, sweepOf } from './angles'
import { BEYOND, type Boundary, GENERIC } from './boundary'
import { edgesBetween, foundEdges, insideEdges } from './edgeBands'
import { arcArea, type FieldSubject } from './fieldSubject'
import { IntervalSet } from './intervalSet'
import type { Neighbours } from './neighbours'
import { hideArcs, openArc, ROUNDING_ARC } from './openEdge'
import { TURN } from './petalOnCircle'
import type { PetalStore } from './petalStore'

let cuts = new Float64Array(64)
const direction = new Float64Array(4)
const open = new IntervalSet()

/** Metres round a subject's box, so that its edges and not those of the box end the pieces. */
const MARGIN = 1e-3

/** Share of a squared half chord that may be rounding: a circle this near to an edge touches it. */
const TANGENT = 1e-13

/** Adds the pieces of a petal's arc that lie inside a subject and in no other petal. */
export function addArcs(
  subject: FieldSubject,
  petals: PetalStore,
  slot: number,
  neighbours: Neighbours,
  boundary: Boundary,
): void {
  openArc(petals, slot, open)
  keepInBox(subject, petals, slot)
  if (open.size === 0) return
  const found = neighbours.ofPetal(slot)
  hideArcs(petals, slot, neighbours.slots, found, open)
  if (open.size === 0) return
  const crossings = cutCircle(subject, petals, slot)
  for (let arc = 0; arc < open.size; arc++) {
    let start = open.starts[arc]!
    const to = open.ends[arc]!
    for (let i = 0; i <= crossings && start < to; i++) {
      const end = i < crossings ? Math.min(cuts[i]!, to) : to
      if (end <= start) continue
      if (end - start > ROUNDING_ARC && isInside(subject, petals, slot, start + GENERIC * (end - start))) {
        addPiece(subject, petals, slot, start, end, boundary)
      }
      start = end
    }
  }
}

/** Takes from `open` what lies outside a subject's bounding box. */
function keepInBox(subject: FieldSubject, petals: PetalStore, slot: number): void {
  const radius = petals.radius[slot]!
  const east = (subject.east + MARGIN - petals.x[slot]!) / radius
  const north = (subject.north + MARGIN - petals.y[slot]!) / radius
  const west = (petals.x[slot]! - subject.west + MARGIN) / radius
  const south = (petals.y[slot]! - subject.south + MARGIN) / radius
  // A subject that one petal does not hold may still lie inside its circle.
  const farX = Math.max(east, west)
  const farY = Math.max(north, south)
  if (farX * farX + farY * farY < 1) {
    open.size = 0
    return
  }
  if (east < 1) dropBeyond(east, 1, 0)
  if (north < 1) dropBeyond(north, 0, 1)
  if (west < 1) dropBeyond(west, -1, 0)
  if (south < 1) dropBeyond(south, 0, -1)
}

/** Takes from `open` the directions that reach farther along (x, y), one of the axes, than `reach`. */
function dropBeyond(reach: number, x: number, y: number): void {
  if (reach <= -1) {
    open.size = 0
    return
  }
  const aside = Math.sqrt(1 - reach * reach)
  open.subtractTurn(
    diamondAngle(x * reach + y * aside, y * reach - x * aside),
    diamondAngle(x * reach - y * aside, y * reach + x * aside),
    TURN,
  )
}

/** Whether the point of a petal's circle at a diamond angle lies inside a subject. */
function isInside(subject: FieldSubject, petals: PetalStore, slot: number, angle: number): boolean {
  diamondDirection(angle, direction, 0)
  const radius = petals.radius[slot]!
  const px = petals.x[slot]! - subject.originX + radius * direction[0]!
  const py = petals.y[slot]! - subject.originY + radius * direction[1]!
  return insideEdges(subject, px, py)
}

/** Fills `cuts` with the diamond angles at which a petal's circle meets the subject's edges, sorted. */
function cutCircle(subject: FieldSubject, petals: PetalStore, slot: number): number {
  const cx = petals.x[slot]! - subject.originX
  const cy = petals.y[slot]! - subject.originY
  const radius = petals.radius[slot]!
  const square = radius * radius
  const edges = edgesBetween(subject, cy - radius - BEYOND, cy + radius + BEYOND)
  if (cuts.length < edges * 2 + 2) cuts = new Float64Array(edges * 4 + 2)
  let count = 0
  for (let i = 0; i < edges; i++) {
    const edge = foundEdges[i]!
    const dx = subject.dx[edge]!
    const dy = subject.dy[edge]!
    const fx = subject.x[edge]! - cx
    const fy = subject.y[edge]! - cy
    const lengthSquared = subject.lengthSquared[edge]!
    const cross = fx * dy - fy * dx
    const reachSquared = square * lengthSquared
    const halfSquared = reachSquared - cross * cross
    if (halfSquared < -TANGENT * reachSquared || lengthSquared === 0) continue
    const foot = -(fx * dx + fy * dy)
    const half = halfSquared > 0 ? Math.sqrt(halfSquared) : 0
    const slack = BEYOND * Math.sqrt(lengthSquared)
    if (foot + half < -slack || foot - half > lengthSquared + slack) continue
    for (let sign = -1; sign <= 1; sign += 2) {
      const reach = foot + sign * half
      if (reach < -slack || reach > lengthSquared + slack) continue
      const t = reach / lengthSquared
      const angle = diamondAngle(fx + t * dx, fy + t * dy)
      let place = count++
      while (place > 0 && cuts[place - 1]! > angle) {
        cuts[place] = cuts[place - 1]!
        place--
      }
      cuts[place] = angle
    }
  }
  return count
}

function addPiece(
  subject: FieldSubject,
  petals: PetalStore,
  slot: number,
  from: number,
  to: number,
  boundary: Boundary,
): void {
  const cx = petals.x[slot]! - subject.originX
  const cy = petals.y[slot]! - subject.originY
  const radius = petals.radius[slot]!
  diamondDirection(from, direction, 0)
  diamondDirection(to, direction, 2)
  const sx = direction[0]!
  const sy = direction[1]!
  const ex = direction[2]!
  const ey = direction[3]!
  const sweep = sweepOf(sx, sy, ex, ey, to - from)
  boundary.parts.push(arcArea(subject.weight, cx, cy, radius, sx, sy, ex, ey, sweep))
  boundary.driftX += radius * (ex - sx)
  boundary.driftY += radius * (ey - sy)
  if (boundary.gap) {
    const x = cx + subject.originX
    const y = cy + subject.originY
    boundary.gap.push(x + radius * ex, y + radius * ey, x + radius * sx, y + radius * sy, x, y, radius, -sweep)
  }
}
