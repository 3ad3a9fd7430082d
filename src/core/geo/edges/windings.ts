import { compareAlong } from './alongEdge'
import type { Crossings } from './crossings'
import type { EdgeLayer, LayerEdges } from './layer'
import { cornerTurn, turn } from './orientation'
import { ringOf, ringSum, runSum } from './runs'

/** How the rings of a layer turn round the ground beside its edges. */
export interface Windings {
  /** How often, round the ground left of each ring's first edge. */
  readonly starts: Int32Array
  /** Ends of crossings in order along the rings, and how often round the ground left of the edge after each. */
  readonly order: Int32Array
  readonly windings: Int32Array
  /** False: a ring does not end as it began, which exact decisions rule out. */
  readonly sound: boolean
}

export function windingsOf(edges: LayerEdges, crossings: Crossings): Windings {
  const { ends } = edges
  const order = Int32Array.from({ length: crossings.count * 2 }, (_, end) => end).sort(compareAlong([edges], crossings))
  const windings = new Int32Array(order.length)
  const starts = new Int32Array(ends.length - 1)
  let sound = true
  let next = 0
  for (let ring = 0; ring < starts.length; ring++) {
    const lowest = lowestCorner(edges, ring)
    const first = next
    let turns = 0
    let before = 0
    for (; next < order.length && crossings.edge[order[next]!]! < ends[ring + 1]!; next++) {
      const end = order[next]!
      turns += wayAt(crossings, end)
      windings[next] = turns
      if (crossings.edge[end]! < lowest) before = turns
    }
    if (turns !== 0) sound = false
    const start = windingAt(edges, ring, lowest) - before
    starts[ring] = start
    for (let i = first; i < next; i++) windings[i]! += start
  }
  return { starts, order, windings, sound }
}

/** What the winding left of an edge changes by at an end: +1 where the edge goes over the other to its left. */
export function wayAt({ way }: Crossings, end: number): number {
  return end & 1 ? way[end >> 1]! : -way[end >> 1]!
}

/** The corner under all others of a ring in the picture a little moved: of corners of one height the last. */
function lowestCorner({ y, ends }: LayerEdges, ring: number): number {
  let lowest = ends[ring]!
  for (let i = lowest + 1; i < ends[ring + 1]! - 1; i++) if (y[i]! <= y[lowest]!) lowest = i
  return lowest
}

/** How often the rings turn round the ground left of the edge that leaves a ring's lowest corner. */
function windingAt(edges: LayerEdges, ring: number, lowest: number): number {
  const { x, y, ends } = edges
  const first = ends[ring]!
  const last = ends[ring + 1]! - 2
  const before = lowest === first ? last : lowest - 1
  const after = lowest === last ? first : lowest + 1
  const bend =
    turn(x[before]!, y[before]!, x[lowest]!, y[lowest]!, x[after]!, y[after]!) ||
    cornerTurn(x, y, before, lowest, after)
  return windingUnder(edges, ring, lowest) + (bend > 0 ? 1 : 0)
}

/** How often the other rings turn round the ground just under a ring's lowest corner. */
function windingUnder(edges: LayerEdges, ring: number, corner: number): number {
  const { x, y, ends, tree } = edges
  if (ends.length === 2) return 0
  const px = x[corner]!
  const py = y[corner]!
  const above = (other: number) => y[other]! > py || (y[other] === py && other < corner)
  let winding = 0
  const { boxes, from, to } = tree
  for (let leaf = 0; leaf < from.length; leaf++) {
    const box = leaf * 4
    if (boxes[box + 1]! > py || boxes[box + 3]! < py || boxes[box + 2]! < px) continue
    const first = from[leaf]!
    if (first >= ends[ring]! && first < ends[ring + 1]!) continue
    const end = ends[ringOf(edges, first) + 1]! - 1
    const start = ends[ringOf(edges, first)]!
    for (let i = first; i < to[leaf]!; i++) {
      const next = i + 1 === end ? start : i + 1
      const rises = above(next)
      if (rises === above(i)) continue
      const side = turn(x[i]!, y[i]!, x[next]!, y[next]!, px, py) || cornerTurn(x, y, i, next, corner)
      if (side > 0 === rises) winding += rises ? 1 : -1
    }
  }
  return winding
}

/** Square steps within rings read even-odd, and by the non-zero rule. */
export function areasOf(
  edges: LayerEdges,
  crossings: Crossings,
  { starts, order, windings }: Windings,
): Pick<EdgeLayer, 'area' | 'nonZeroArea'> {
  const { x, y, ends } = edges
  let evenOdd = 0
  let nonZero = 0
  const add = (winding: number, sum: number) => {
    evenOdd += winding & 1 ? sum : -sum
    if (winding === 1) nonZero += sum
    else if (winding === 0) nonZero -= sum
  }
  const [ox, oy] = [x[0]!, y[0]!]
  const placeOf = (end: number) => ({
    edge: crossings.edge[end]!,
    x: crossings.x[end >> 1]!,
    y: crossings.y[end >> 1]!,
  })
  let next = 0
  for (let ring = 0; ring < starts.length; ring++) {
    const first = next
    while (next < order.length && crossings.edge[order[next]!]! < ends[ring + 1]!) next++
    if (next === first) add(starts[ring]!, ringSum(edges, ring, ox, oy))
    for (let i = first; i < next; i++) {
      const round = i + 1 === next
      const to = order[round ? first : i + 1]!
      add(windings[i]!, runSum(edges, ring, placeOf(order[i]!), placeOf(to), round, ox, oy))
    }
  }
  return { area: evenOdd / 2, nonZeroArea: nonZero / 2 }
}
