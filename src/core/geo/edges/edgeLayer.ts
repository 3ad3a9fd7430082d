import type { Position } from 'geojson'
import { boxTree, type LatticeBox } from './boxTree'
import { crossWithin } from './crossEdges'
import { noCrossings } from './crossings'
import { type Lattice, WORLD } from './lattice'
import type { EdgeLayer, LayerEdges } from './layer'
import { turn } from './orientation'
import { areasOf, windingsOf } from './windings'

/** Rings of a part, a position repeated or not at their end. Null when no ring has three corners. */
export function edgeLayer(rings: readonly (readonly Position[])[], lattice: Lattice = WORLD): EdgeLayer | null {
  const read = withTree(readRings(rings, lattice))
  const crossed = read && crossWithin(read)
  // Only rings that run along themselves are looked through for the way back: it costs more than it takes to see that.
  const edges = crossed ? read : read && withTree(withoutReversals(read))
  if (!edges) return null
  const { boxes } = edges.tree
  const root = boxes.length - 4
  const box: LatticeBox = [boxes[root]!, boxes[root + 1]!, boxes[root + 2]!, boxes[root + 3]!]
  const own = crossed ?? crossWithin(edges)
  const windings = windingsOf(edges, own ?? noCrossings())
  const sound = own !== null && windings.sound
  return {
    ...edges,
    box,
    windings: windings.starts,
    own: own ?? noCrossings(),
    cleaned: false,
    sound,
    ...areasOf(edges, own ?? noCrossings(), windings),
  }
}

type Corners = Omit<LayerEdges, 'tree'>

const withTree = (corners: Corners): LayerEdges | null =>
  corners.ends.length < 2 ? null : { ...corners, tree: boxTree(corners.x, corners.y, corners.ends) }

/**
 * Rings without what they run there and back along one line, a corner at a time: the way from a to b and back to c on the
 * same line is that from a to c, and bounds nothing. How the rings turn round any place stays as it is.
 */
function withoutReversals({ x, y, ends }: Corners): Corners {
  const keptX = new Float64Array(x.length)
  const keptY = new Float64Array(y.length)
  const keptEnds = [0]
  let first = 0
  let count = 0
  const same = (a: number, b: number) => keptX[a] === keptX[b] && keptY[a] === keptY[b]
  const turnsBack = (a: number, b: number, c: number): boolean => {
    const [ax, ay, bx, by] = [keptX[a]!, keptY[a]!, keptX[b]!, keptY[b]!]
    const [cx, cy] = [keptX[c]!, keptY[c]!]
    return (ax - bx) * (cx - bx) + (ay - by) * (cy - by) > 0 && turn(ax, ay, bx, by, cx, cy) === 0
  }
  /** Puts the last corner in the place of the one before it. */
  const dropBeforeLast = () => {
    keptX[count - 2] = keptX[count - 1]!
    keptY[count - 2] = keptY[count - 1]!
    count--
  }
  for (let ring = 1; ring < ends.length; ring++) {
    const begin = count
    first = begin
    for (let i = ends[ring - 1]!; i < ends[ring]! - 1; i++) {
      keptX[count] = x[i]!
      keptY[count] = y[i]!
      count++
      for (;;) {
        if (count - first > 1 && same(count - 2, count - 1)) count--
        else if (count - first > 2 && turnsBack(count - 3, count - 2, count - 1)) dropBeforeLast()
        else break
      }
    }
    // Where the end meets the beginning.
    while (count - first > 2) {
      if (same(count - 1, first) || turnsBack(count - 2, count - 1, first)) count--
      else if (turnsBack(count - 1, first, first + 1)) first++
      else break
    }
    if (count - first < 3) {
      count = begin
      continue
    }
    keptX.copyWithin(begin, first, count)
    keptY.copyWithin(begin, first, count)
    count -= first - begin
    keptX[count] = keptX[begin]!
    keptY[count] = keptY[begin]!
    count++
    keptEnds.push(count)
  }
  return { x: keptX.subarray(0, count), y: keptY.subarray(0, count), ends: Int32Array.from(keptEnds) }
}

function readRings(rings: readonly (readonly Position[])[], { toX, toY }: Lattice): Corners {
  let room = 0
  for (const ring of rings) room += ring.length + 1
  const x = new Float64Array(room)
  const y = new Float64Array(room)
  const ends = [0]
  let count = 0
  for (const [index, ring] of rings.entries()) {
    const first = count
    for (const position of ring) {
      const px = toX(position[0]!)
      const py = toY(position[1]!)
      if (count > first && px === x[count - 1] && py === y[count - 1]) continue
      x[count] = px
      y[count] = py
      count++
    }
    while (count - first > 1 && x[first] === x[count - 1] && y[first] === y[count - 1]) count--
    if (count - first < 3) {
      count = first
      continue
    }
    x[count] = x[first]!
    y[count] = y[first]!
    count++
    if (ringArea(x, y, first, count) > 0 !== (index === 0)) {
      x.subarray(first, count).reverse()
      y.subarray(first, count).reverse()
    }
    ends.push(count)
  }
  return { x: x.subarray(0, count), y: y.subarray(0, count), ends: Int32Array.from(ends) }
}

/** Twice the signed area between a ring's corners. */
function ringArea(x: Float64Array, y: Float64Array, first: number, end: number): number {
  const x0 = x[first]!
  const y0 = y[first]!
  let sum = 0
  for (let i = first + 1; i < end; i++) sum += (x[i - 1]! - x0) * (y[i]! - y0) - (x[i]! - x0) * (y[i - 1]! - y0)
  return sum
}
