import { BEYOND, type Boundary } from './boundary'
import { diamondAngle, diamondDirection } from './diamondAngle'
import { arcArea, type FieldSubject } from './fieldSubject'
import { insideEdges } from './insideEdges'
import { ARC } from './openEdge'
import type { PetalStore } from './petalStore'

let cuts = new Float64Array(64)
const direction = new Float64Array(4)

/** Adds the pieces of a petal's open arcs inside a subject. */
export function addArcs(
  subject: FieldSubject,
  petals: PetalStore,
  slot: number,
  arcs: Float64Array,
  boundary: Boundary,
): void {
  const { west, south, east, north } = subject
  let crossings = -1
  for (let at = 0; at < arcs.length; at += ARC) {
    if (arcs[at + 6]! > east || arcs[at + 7]! > north || arcs[at + 8]! < west || arcs[at + 9]! < south) continue
    if (crossings < 0) crossings = cutCircle(subject, petals, slot)
    addArc(subject, petals, slot, arcs, at, crossings, boundary)
  }
}

/** Fills `cuts` with the diamond angles at which a petal's circle meets the subject's edges, sorted. */
function cutCircle(subject: FieldSubject, petals: PetalStore, slot: number): number {
  const cx = petals.x[slot]! - subject.originX
  const cy = petals.y[slot]! - subject.originY
  const square = petals.radius[slot]! ** 2
  if (cuts.length < subject.edges * 2 + 2) cuts = new Float64Array(subject.edges * 4 + 2)
  let count = 0
  for (let edge = 0; edge < subject.edges; edge++) {
    const dx = subject.dx[edge]!
    const dy = subject.dy[edge]!
    const fx = subject.x[edge]! - cx
    const fy = subject.y[edge]! - cy
    const lengthSquared = subject.lengthSquared[edge]!
    const cross = fx * dy - fy * dx
    const halfSquared = square * lengthSquared - cross * cross
    if (halfSquared < 0 || lengthSquared === 0) continue
    const foot = -(fx * dx + fy * dy)
    const half = Math.sqrt(halfSquared)
    const slack = BEYOND * Math.sqrt(lengthSquared)
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

/** Adds the pieces of an open arc between crossings that lie inside the subject. */
function addArc(
  subject: FieldSubject,
  petals: PetalStore,
  slot: number,
  arcs: Float64Array,
  at: number,
  crossings: number,
  boundary: Boundary,
): void {
  const from = arcs[at]!
  const to = arcs[at + 1]!
  const cx = petals.x[slot]! - subject.originX
  const cy = petals.y[slot]! - subject.originY
  const radius = petals.radius[slot]!
  let start = from
  for (let i = 0; i <= crossings; i++) {
    const end = i < crossings ? cuts[i]! : to
    if (end <= start && i < crossings) continue
    const stop = Math.min(end, to)
    if (stop > start) {
      diamondDirection((start + stop) / 2, direction, 0)
      if (insideEdges(subject, cx + radius * direction[0]!, cy + radius * direction[1]!)) {
        addPiece(subject, cx, cy, radius, start, stop, boundary)
      }
    }
    start = stop
    if (start >= to) break
  }
}

function addPiece(
  subject: FieldSubject,
  cx: number,
  cy: number,
  radius: number,
  from: number,
  to: number,
  boundary: Boundary,
): void {
  diamondDirection(from, direction, 0)
  diamondDirection(to, direction, 2)
  const sx = direction[0]!
  const sy = direction[1]!
  const ex = direction[2]!
  const ey = direction[3]!
  let sweep = Math.atan2(sx * ey - sy * ex, sx * ex + sy * ey)
  if (to - from > 1 && sweep <= 0) sweep += 2 * Math.PI
  boundary.parts.push(arcArea(subject.weight, cx, cy, radius, sx, sy, ex, ey, sweep))
  boundary.driftX += radius * (ex - sx)
  boundary.driftY += radius * (ey - sy)
  if (boundary.gap) {
    const x = cx + subject.originX
    const y = cy + subject.originY
    boundary.gap.push(x + radius * ex, y + radius * ey, x + radius * sx, y + radius * sy, x, y, radius, -sweep)
  }
}
