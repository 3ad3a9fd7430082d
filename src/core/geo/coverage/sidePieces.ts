import { BEYOND, type Boundary, GENERIC, ROUNDING } from './boundary'
import { insideEdges } from './edgeBands'
import { type FieldSubject, segmentArea } from './fieldSubject'
import type { Neighbours } from './neighbours'
import { openSide, type Side, sidesOf } from './openSide'
import { ALONG } from './petalOnSegment'
import type { PetalStore } from './petalStore'

let cuts = new Float64Array(64)
/** The line of a side: apex, from the subject's origin, and unit vector. */
const line = { x: 0, y: 0, dx: 0, dy: 0 }

/** Adds the pieces of a petal's sides that lie inside a subject, in no other petal, and not along the subject's edge. */
export function addSides(
  subject: FieldSubject,
  petals: PetalStore,
  slot: number,
  neighbours: Neighbours,
  boundary: Boundary,
): void {
  for (const side of sidesOf(petals, slot)) {
    const x = petals.x[slot]!
    const y = petals.y[slot]!
    if (outsideBox(subject, x + side.x * side.from, y + side.y * side.from, x + side.x * side.to, y + side.y * side.to))
      continue
    const stretches: number[] = []
    const found = neighbours.ofPetal(slot)
    openSide(petals, slot, neighbours.slots, found, side, stretches)
    for (let at = 0; at < stretches.length; at += 4) addStretch(subject, petals, slot, side, stretches, at, boundary)
  }
}

function addStretch(
  subject: FieldSubject,
  petals: PetalStore,
  slot: number,
  side: Side,
  stretches: readonly number[],
  at: number,
  boundary: Boundary,
): void {
  const ax = stretches[at]! - subject.originX
  const ay = stretches[at + 1]! - subject.originY
  const dx = stretches[at + 2]! - stretches[at]!
  const dy = stretches[at + 3]! - stretches[at + 1]!
  line.x = petals.x[slot]! - subject.originX
  line.y = petals.y[slot]! - subject.originY
  line.dx = side.x
  line.dy = side.y
  const crossings = cutLine(subject, ax, ay, dx, dy)
  const least = ROUNDING / Math.sqrt(dx * dx + dy * dy)
  let start = 0
  for (let i = 0; i <= crossings; i++) {
    const end = i < crossings ? Math.min(cuts[i]!, 1) : 1
    if (end - start <= least) continue
    const middle = start + GENERIC * (end - start)
    const mx = ax + middle * dx
    const my = ay + middle * dy
    if (insideEdges(subject, mx, my) && !alongEdge(subject, mx, my)) {
      const x0 = ax + start * dx
      const y0 = ay + start * dy
      const x1 = ax + end * dx
      const y1 = ay + end * dy
      boundary.parts.push(segmentArea(subject.weight, x0, y0, x1, y1))
      boundary.driftX += x1 - x0
      boundary.driftY += y1 - y0
      const { originX, originY } = subject
      boundary.gap?.push(x1 + originX, y1 + originY, x0 + originX, y0 + originY, 0, 0, 0, 0)
    }
    start = end
  }
}

/**
 * Height of an edge's start above `line`, the line of a side, in the very numbers by which the edge is judged against the
 * petal: edge and side must agree on where they meet, and on whether one runs along the other.
 */
function heightOver(subject: FieldSubject, edge: number): number {
  return line.dx * (subject.y[edge]! - line.y) - line.dy * (subject.x[edge]! - line.x)
}

function riseOver(subject: FieldSubject, edge: number): number {
  return line.dx * subject.dy[edge]! - line.dy * subject.dx[edge]!
}

/** Whether a point of `line` lies on an edge that runs along it. */
function alongEdge(subject: FieldSubject, px: number, py: number): boolean {
  for (let edge = 0; edge < subject.edges; edge++) {
    const start = heightOver(subject, edge)
    if (Math.abs(start) > ALONG || Math.abs(start + riseOver(subject, edge)) > ALONG) continue
    const along = (px - subject.x[edge]!) * subject.dx[edge]! + (py - subject.y[edge]!) * subject.dy[edge]!
    if (along >= 0 && along <= subject.lengthSquared[edge]!) return true
  }
  return false
}

function outsideBox(
  { west, south, east, north }: FieldSubject,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): boolean {
  return Math.min(ax, bx) > east || Math.max(ax, bx) < west || Math.min(ay, by) > north || Math.max(ay, by) < south
}

/** Fills `cuts` with the fractions of a stretch of `line` at which edges meet it, or run past their ends, sorted. */
function cutLine(subject: FieldSubject, ax: number, ay: number, dx: number, dy: number): number {
  if (cuts.length < subject.edges * 2 + 2) cuts = new Float64Array(subject.edges * 4 + 2)
  let count = 0
  for (let edge = 0; edge < subject.edges; edge++) {
    const start = heightOver(subject, edge)
    const end = start + riseOver(subject, edge)
    if ((start > BEYOND && end > BEYOND) || (start < -BEYOND && end < -BEYOND)) continue
    const opposite = start < 0 !== end < 0
    if (opposite) count = insertCut(count, subject, edge, start / (start - end), ax, ay, dx, dy)
    // Near the line at an end, or along it: more cuts than needed do no harm.
    if (Math.abs(start) <= BEYOND) count = insertCut(count, subject, edge, 0, ax, ay, dx, dy)
    if (Math.abs(end) <= BEYOND) count = insertCut(count, subject, edge, 1, ax, ay, dx, dy)
  }
  return count
}

function insertCut(
  count: number,
  subject: FieldSubject,
  edge: number,
  share: number,
  ax: number,
  ay: number,
  dx: number,
  dy: number,
): number {
  const fx = subject.x[edge]! + share * subject.dx[edge]! - ax
  const fy = subject.y[edge]! + share * subject.dy[edge]! - ay
  const t = (fx * dx + fy * dy) / (dx * dx + dy * dy)
  if (!(t > 0 && t < 1)) return count
  if (count === cuts.length) {
    const wider = new Float64Array(cuts.length * 2)
    wider.set(cuts)
    cuts = wider
  }
  let place = count
  while (place > 0 && cuts[place - 1]! > t) {
    cuts[place] = cuts[place - 1]!
    place--
  }
  cuts[place] = t
  return count + 1
}
