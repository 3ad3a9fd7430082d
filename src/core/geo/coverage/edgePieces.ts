import { type Boundary, ROUNDING } from './boundary'
import { edgeArea, type FieldSubject } from './fieldSubject'
import type { Neighbours } from './neighbours'
import { petalOnSegment, type Segment } from './petalOnSegment'
import { DISC, type PetalStore } from './petalStore'

let starts = new Float64Array(64)
let ends = new Float64Array(64)
const pairs = new Float64Array(4)
const segment: Segment = { x: 0, y: 0, dx: 0, dy: 0, lengthSquared: 0 }

/**
 * Adds the pieces of a subject's edges inside the union of its candidates, and to the gap those outside; whether all is
 * inside.
 */
export function addEdges(
  subject: FieldSubject,
  petals: PetalStore,
  neighbours: Neighbours,
  boundary: Boundary,
): boolean {
  let whole = true
  for (let edge = 0; edge < subject.edges; edge++) {
    if (subject.lengthSquared[edge] === 0) continue
    const found = coverEdge(subject, petals, neighbours, edge)
    const least = ROUNDING / Math.sqrt(subject.lengthSquared[edge]!)
    let reached = 0
    let from = 0
    for (let i = 0; i <= found; i++) {
      const start = i < found ? starts[i]! : 1
      if (start - reached > least) {
        whole = false
        if (reached > from) addInside(subject, edge, from, reached, boundary)
        if (boundary.gap) addGapEdge(subject, edge, reached, start, boundary.gap)
        from = start
      }
      if (i < found && ends[i]! > reached) reached = ends[i]!
    }
    if (reached > from) addInside(subject, edge, from, reached > 1 - least ? 1 : reached, boundary)
  }
  return whole
}

/** Fills `starts` and `ends` with the parts of an edge inside petals, sorted by start, and returns how many. */
function coverEdge(subject: FieldSubject, petals: PetalStore, neighbours: Neighbours, edge: number): number {
  const count = neighbours.ofEdge(edge)
  const { slots } = neighbours
  if (starts.length < count * 2) {
    starts = new Float64Array(count * 4)
    ends = new Float64Array(count * 4)
  }
  const { originX, originY } = subject
  const ax = subject.x[edge]!
  const ay = subject.y[edge]!
  const dx = subject.dx[edge]!
  const dy = subject.dy[edge]!
  const lengthSquared = subject.lengthSquared[edge]!
  let found = 0
  for (let i = 0; i < count; i++) {
    const slot = slots[i]!
    if (petals.kind[slot] !== DISC) {
      segment.x = ax
      segment.y = ay
      segment.dx = dx
      segment.dy = dy
      segment.lengthSquared = lengthSquared
      const inside = petalOnSegment(petals, slot, segment, originX, originY, 'left', pairs)
      for (let k = 0; k < inside; k++) found = insert(found, pairs[k * 2]!, pairs[k * 2 + 1]!)
      continue
    }
    const fx = ax - (petals.x[slot]! - originX)
    const fy = ay - (petals.y[slot]! - originY)
    const radius = petals.radius[slot]!
    const cross = fx * dy - fy * dx
    const halfSquared = radius * radius * lengthSquared - cross * cross
    if (halfSquared <= 0) continue
    const foot = -(fx * dx + fy * dy)
    const half = Math.sqrt(halfSquared)
    if (foot + half <= 0 || foot - half >= lengthSquared) continue
    const from = (foot - half) / lengthSquared
    const to = (foot + half) / lengthSquared
    if (from <= 0 && to >= 1) {
      starts[0] = 0
      ends[0] = 1
      return 1
    }
    found = insert(found, from > 0 ? from : 0, to < 1 ? to : 1)
  }
  return found
}

function insert(found: number, from: number, to: number): number {
  let at = found
  while (at > 0 && starts[at - 1]! > from) {
    starts[at] = starts[at - 1]!
    ends[at] = ends[at - 1]!
    at--
  }
  starts[at] = from
  ends[at] = to
  return found + 1
}

function addInside(subject: FieldSubject, edge: number, from: number, to: number, boundary: Boundary): void {
  boundary.area += edgeArea(subject, edge, from, to)
  boundary.driftX += (to - from) * subject.dx[edge]!
  boundary.driftY += (to - from) * subject.dy[edge]!
}

function addGapEdge(subject: FieldSubject, edge: number, from: number, to: number, gap: number[]): void {
  const x = subject.originX + subject.x[edge]!
  const y = subject.originY + subject.y[edge]!
  const dx = subject.dx[edge]!
  const dy = subject.dy[edge]!
  gap.push(x + from * dx, y + from * dy, x + to * dx, y + to * dy, 0, 0, 0, 0)
}
