import type { FieldSubject } from './fieldSubject'
import type { PetalGrid } from './petalGrid'
import { DISC, type PetalStore, REFLEX } from './petalStore'

/** Slots found by the last `findCandidates`. */
export let candidates = new Int32Array(64)

/** So many of the candidates that reach farthest into the subject come first: they mostly settle its edges and arcs. */
const FOREMOST = 4

let depths = new Float64Array(64)

/** Fills `candidates` with the petals that may meet a subject, and returns how many; −1 when one holds it all. */
export function findCandidates(subject: FieldSubject, petals: PetalStore, grid: PetalGrid): number {
  const { west, south, east, north } = subject
  const found = grid.search(west, south, east, north)
  if (candidates.length < found) {
    candidates = new Int32Array(found * 2)
    depths = new Float64Array(found * 2)
  }
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
    const depth = square - middleX * middleX - middleY * middleY
    if (depth > 0 && holds(subject, petals, slot)) return -1
    candidates[count] = slot
    depths[count++] = depth
  }
  bringForward(count)
  return count
}

function bringForward(count: number): void {
  for (let place = 0; place < FOREMOST && place < count; place++) {
    let deepest = place
    for (let i = place + 1; i < count; i++) if (depths[i]! > depths[deepest]!) deepest = i
    const slot = candidates[deepest]!
    candidates[deepest] = candidates[place]!
    candidates[place] = slot
    depths[deepest] = depths[place]!
  }
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
