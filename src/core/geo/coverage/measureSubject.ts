import { diamondAngle, diamondDirection } from './diamondAngle'
import { arcArea, edgeArea, type FieldSubject, segmentArea } from './fieldSubject'
import { type GapRings, linkRings } from './gapRings'
import { insideEdges } from './insideEdges'
import { ARC, type OpenEdge, STRETCH } from './openEdge'
import type { PetalGrid } from './petalGrid'
import { ALONG, petalOnSegment, type Segment } from './petalOnSegment'
import { DISC, type PetalStore, REFLEX } from './petalStore'

export interface SubjectMeasure {
  /** Square metres of the subject, and of it what is covered; 0 ≤ covered ≤ area. */
  readonly area: number
  readonly covered: number
  /**
   * False when the pieces found do not close to rings, or cannot be right: then `covered` must not be used, and the
   * subject wants another method.
   */
  readonly closed: boolean
  /** The uncovered ground; null when there is none, or it was not wanted. */
  readonly gap: GapRings | null
}

/** Metres: a shorter piece of edge is rounding. */
const ROUNDING = 1e-9
/** Metres: how near a crossing may lie beyond the end of an edge and still cut. More cuts than needed do no harm. */
const BEYOND = 1e-7
/** The pieces' ends must meet to this share of the subject's width, and the area keep its bounds to it. */
const TOLERANCE = 2e-7

let starts = new Float64Array(64)
let ends = new Float64Array(64)
let candidates = new Int32Array(64)
let cuts = new Float64Array(64)
const pairs = new Float64Array(4)
const direction = new Float64Array(4)
const segment: Segment = { x: 0, y: 0, dx: 0, dy: 0, lengthSquared: 0 }
/** The line of a side: apex, from the subject's origin, and unit vector. */
const line = { x: 0, y: 0, dx: 0, dy: 0 }

/** Sums of one measurement. */
class Boundary {
  area = 0
  /** Sum of all pieces as vectors: nothing, when they close. */
  driftX = 0
  driftY = 0
  /** Areas that arcs and sides add: summed smallest first, whatever order they were found in. */
  readonly parts: number[] = []

  constructor(readonly gap: number[] | null) {}
}

/**
 * What the union of petals covers of a subject: the boundary integral over the pieces of its edges inside the union, and
 * the open edges of petals inside the subject. The same pieces, the other way about, are the rings of the gap.
 */
export function measureSubject(
  subject: FieldSubject,
  petals: PetalStore,
  grid: PetalGrid,
  edgeOf: (slot: number) => OpenEdge,
  wantGap: boolean,
): SubjectMeasure {
  const { area } = subject
  if (subject.edges === 0) return { area, covered: 0, closed: true, gap: null }
  const count = collect(subject, petals, grid)
  if (count < 0) return { area, covered: area, closed: true, gap: null }
  const boundary = new Boundary(wantGap ? [] : null)
  const whole = addEdges(subject, petals, count, boundary)
  for (let i = 0; i < count; i++) addOpenEdge(subject, petals, candidates[i]!, edgeOf(candidates[i]!), boundary)
  const { parts, gap } = boundary
  if (whole && parts.length === 0) return { area, covered: area, closed: true, gap: null }
  parts.sort((a, b) => a - b)
  let covered = boundary.area
  for (const part of parts) covered += part
  const size = Math.sqrt(area)
  const drift = Math.abs(boundary.driftX) + Math.abs(boundary.driftY)
  if (drift > TOLERANCE * size || covered < -TOLERANCE * area || covered > area * (1 + TOLERANCE)) {
    return { area, covered: 0, closed: false, gap: null }
  }
  const rings = gap && gap.length > 0 ? linkRings(gap) : null
  if (gap && gap.length > 0 && !rings) return { area, covered: 0, closed: false, gap: null }
  return { area, covered: Math.max(0, Math.min(area, covered)), closed: true, gap: rings }
}

/** Fills `candidates` with the petals that may meet the subject, and returns how many; −1 when one holds it all. */
function collect(subject: FieldSubject, petals: PetalStore, grid: PetalGrid): number {
  const { west, south, east, north } = subject
  const found = grid.search(west, south, east, north)
  if (candidates.length < found) candidates = new Int32Array(found * 2)
  let count = 0
  for (let i = 0; i < found; i++) {
    const slot = grid.found[i]!
    const x = petals.x[slot]!
    const y = petals.y[slot]!
    const radius = petals.radius[slot]!
    const outX = Math.max(west - x, 0, x - east)
    const outY = Math.max(south - y, 0, y - north)
    const square = radius * radius
    if (outX * outX + outY * outY >= square) continue
    const middleX = (west + east) / 2 - x
    const middleY = (south + north) / 2 - y
    if (middleX * middleX + middleY * middleY < square && holds(subject, petals, slot)) return -1
    candidates[count++] = slot
  }
  return count
}

/** Whether a petal, being convex, holds all vertices and so the whole subject. */
function holds(subject: FieldSubject, petals: PetalStore, slot: number): boolean {
  const kind = petals.kind[slot]!
  if (kind === REFLEX) return false
  const x = petals.x[slot]! - subject.originX
  const y = petals.y[slot]! - subject.originY
  const square = petals.radius[slot]! ** 2
  const farX = Math.max(subject.east - petals.x[slot]!, petals.x[slot]! - subject.west)
  const farY = Math.max(subject.north - petals.y[slot]!, petals.y[slot]! - subject.south)
  if (kind === DISC && farX * farX + farY * farY <= square) return true
  for (let edge = 0; edge < subject.edges; edge++) {
    const fx = subject.x[edge]! - x
    const fy = subject.y[edge]! - y
    if (fx * fx + fy * fy > square) return false
    if (kind === DISC) continue
    if (petals.firstX[slot]! * fy - petals.firstY[slot]! * fx < 0) return false
    if (fx * petals.lastY[slot]! - fy * petals.lastX[slot]! < 0) return false
  }
  return true
}

/** Adds the pieces of the subject's edges inside the union; whether that is all of them. */
function addEdges(subject: FieldSubject, petals: PetalStore, count: number, boundary: Boundary): boolean {
  if (starts.length < count * 2) {
    starts = new Float64Array(count * 4)
    ends = new Float64Array(count * 4)
  }
  let whole = true
  for (let edge = 0; edge < subject.edges; edge++) {
    if (subject.lengthSquared[edge] === 0) continue
    const found = coverEdge(subject, petals, count, edge)
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
function coverEdge(subject: FieldSubject, petals: PetalStore, count: number, edge: number): number {
  const { originX, originY } = subject
  const ax = subject.x[edge]!
  const ay = subject.y[edge]!
  const dx = subject.dx[edge]!
  const dy = subject.dy[edge]!
  const lengthSquared = subject.lengthSquared[edge]!
  let found = 0
  for (let i = 0; i < count; i++) {
    const slot = candidates[i]!
    if (petals.kind[slot] !== DISC) {
      segment.x = ax
      segment.y = ay
      segment.dx = dx
      segment.dy = dy
      segment.lengthSquared = lengthSquared
      const count = petalOnSegment(petals, slot, segment, originX, originY, 'left', pairs)
      for (let k = 0; k < count; k++) found = insert(found, pairs[k * 2]!, pairs[k * 2 + 1]!)
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

/** Adds the part of one petal's open edge inside the subject. */
function addOpenEdge(
  subject: FieldSubject,
  petals: PetalStore,
  slot: number,
  { arcs, sides }: OpenEdge,
  boundary: Boundary,
): void {
  const { west, south, east, north } = subject
  let crossings = -1
  for (let at = 0; at < arcs.length; at += ARC) {
    if (arcs[at + 6]! > east || arcs[at + 7]! > north || arcs[at + 8]! < west || arcs[at + 9]! < south) continue
    if (crossings < 0) crossings = cutCircle(subject, petals, slot)
    addArc(subject, petals, slot, arcs, at, crossings, boundary)
  }
  for (let at = 0; at < sides.length; at += STRETCH) addSide(subject, petals, slot, sides, at, boundary)
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

/** Adds the pieces of an open stretch of a side that lie inside the subject, and not along its edge. */
function addSide(
  subject: FieldSubject,
  petals: PetalStore,
  slot: number,
  sides: Float64Array,
  at: number,
  boundary: Boundary,
): void {
  if (outsideBox(subject, sides, at)) return
  const ax = sides[at]! - subject.originX
  const ay = sides[at + 1]! - subject.originY
  const dx = sides[at + 2]! - sides[at]!
  const dy = sides[at + 3]! - sides[at + 1]!
  const first = sides[at + 4] === 0
  line.x = petals.x[slot]! - subject.originX
  line.y = petals.y[slot]! - subject.originY
  line.dx = first ? petals.firstX[slot]! : petals.lastX[slot]!
  line.dy = first ? petals.firstY[slot]! : petals.lastY[slot]!
  const crossings = cutLine(subject, ax, ay, dx, dy)
  const least = ROUNDING / Math.sqrt(dx * dx + dy * dy)
  let start = 0
  for (let i = 0; i <= crossings; i++) {
    const end = i < crossings ? Math.min(cuts[i]!, 1) : 1
    if (end - start <= least) continue
    const middle = (start + end) / 2
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

function outsideBox({ west, south, east, north }: FieldSubject, sides: Float64Array, at: number): boolean {
  return (
    Math.min(sides[at]!, sides[at + 2]!) > east ||
    Math.max(sides[at]!, sides[at + 2]!) < west ||
    Math.min(sides[at + 1]!, sides[at + 3]!) > north ||
    Math.max(sides[at + 1]!, sides[at + 3]!) < south
  )
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
