import type { Position } from 'geojson'
import { boxTree, type LatticeBox } from './boxTree'
import { crossWithin } from './crossEdges'
import { noCrossings } from './crossings'
import { type Lattice, WORLD } from './lattice'
import type { EdgeLayer, LayerEdges } from './layer'
import { areasOf, windingsOf } from './windings'

/** Rings of a part, a position repeated or not at their end. Null when no ring has three corners. */
export function edgeLayer(rings: readonly (readonly Position[])[], lattice: Lattice = WORLD): EdgeLayer | null {
  const corners = readRings(rings, lattice)
  if (corners.ends.length < 2) return null
  const edges = { ...corners, tree: boxTree(corners.x, corners.y, corners.ends) }
  const { boxes } = edges.tree
  const root = boxes.length - 4
  const box: LatticeBox = [boxes[root]!, boxes[root + 1]!, boxes[root + 2]!, boxes[root + 3]!]
  const own = crossWithin(edges)
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

function readRings(rings: readonly (readonly Position[])[], { toX, toY }: Lattice): Omit<LayerEdges, 'tree'> {
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
