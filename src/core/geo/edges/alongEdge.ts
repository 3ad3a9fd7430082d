import type { Crossings } from './crossings'
import type { LayerEdges } from './layer'
import { ringOf } from './runs'

/** Nearer than this on an edge, what crosses it is put in order exactly. */
const NEAR = 2e-9

/** Puts ends of one layer in the order in which they come along its rings, in the picture a little moved. */
export function compareAlong(layers: readonly LayerEdges[], crossings: Crossings): (a: number, b: number) => number {
  const { edge, at } = crossings
  return (a, b) => {
    if (edge[a] !== edge[b]) return edge[a]! - edge[b]!
    const apart = at[a]! - at[b]!
    return Math.abs(apart) > NEAR || a === b ? apart : exactOrder(layers, crossings, a, b) || a - b
  }
}

interface Vector {
  readonly x: bigint
  readonly y: bigint
}

/** An edge that crosses another: it does so at n / d of the other, and at m / d of itself. */
interface Crossing {
  readonly layer: number
  readonly corners: readonly [from: number, to: number]
  readonly along: Vector
  readonly n: bigint
  readonly m: bigint
  readonly d: bigint
}

/**
 * −1 where the edge of two ends meets the other edge of end a first, 1 where that of b. Where it meets both in one place,
 * by how that place moves with the picture: in proportion to the moves of the layers and corners, the largest of which that
 * makes any difference decides.
 */
function exactOrder(layers: readonly LayerEdges[], { layer, edge }: Crossings, a: number, b: number): number {
  const own = layer[a]!
  const edges = layers[own]!
  const [from, to] = cornersOf(edges, edge[a]!)
  const base = cornerAt(edges, from)
  const along = less(cornerAt(edges, to), base)
  const meet = (end: number): Crossing => {
    const other = layers[layer[end ^ 1]!]!
    const corners = cornersOf(other, edge[end ^ 1]!)
    const start = cornerAt(other, corners[0])
    const ahead = less(cornerAt(other, corners[1]), start)
    const apart = less(start, base)
    const [n, m, d] = [cross(apart, ahead), cross(apart, along), cross(along, ahead)]
    return { layer: layer[end ^ 1]!, corners, along: ahead, n, m, d }
  }
  const f = meet(a)
  const g = meet(b)
  const turned = sign(f.d) * sign(g.d)
  const first = sign(f.n * g.d - g.n * f.d) * turned
  if (first !== 0) return first
  const ofF = times(f.along, g.d)
  const ofG = times(g.along, f.d)
  const both = less(ofF, ofG)
  for (const moved of [own, f.layer, g.layer].sort((one, other) => one - other)) {
    let sum: Vector = { x: 0n, y: 0n }
    if (f.layer === moved) sum = plus(sum, ofF)
    if (g.layer === moved) sum = less(sum, ofG)
    if (own === moved) sum = less(sum, both)
    if (sum.x !== 0n || sum.y !== 0n) return moveAlong(sum) * turned
  }
  const weights = new Map<number, Vector>()
  const most = Math.max(...layers.map(({ x }) => x.length))
  const weigh = (of: number, corner: number, weight: Vector) => {
    const key = of * most + corner
    weights.set(key, plus(weights.get(key) ?? { x: 0n, y: 0n }, weight))
  }
  weigh(f.layer, f.corners[0], times(ofF, (f.d - f.m) * g.d))
  weigh(f.layer, f.corners[1], times(ofF, f.m * g.d))
  weigh(g.layer, g.corners[0], times(ofG, (g.m - g.d) * f.d))
  weigh(g.layer, g.corners[1], times(ofG, -g.m * f.d))
  weigh(own, from, times(both, (f.n - f.d) * g.d))
  weigh(own, to, times(both, -f.n * g.d))
  const decided = firstMove(weights)
  if (decided !== 0 || f.layer === own) return decided
  // Edges there and back from a tip on this edge: what matters is by how much it passes the tip.
  const past = (own < f.layer ? -1 : 1) * moveAlong(along)
  const way = times(f.along, f.d * BigInt(past))
  weights.clear()
  weigh(f.layer, f.corners[0], times(way, -g.d))
  weigh(f.layer, f.corners[1], times(way, g.d))
  weigh(g.layer, g.corners[0], times(way, f.d))
  weigh(g.layer, g.corners[1], times(way, -f.d))
  return firstMove(weights) * turned
}

/** What the move of the lowest corner whose move makes any difference decides. */
function firstMove(weights: ReadonlyMap<number, Vector>): number {
  for (const [, weight] of [...weights].sort(([one], [other]) => one - other)) {
    if (weight.x !== 0n || weight.y !== 0n) return moveAlong(weight)
  }
  return 0
}

/** How a move along (ε, ε²) counts over a vector. */
function moveAlong({ x, y }: Vector): number {
  return y !== 0n ? sign(y) : -sign(x)
}

/** The last edge of a ring leads to its first corner. */
function cornersOf(edges: LayerEdges, edge: number): readonly [from: number, to: number] {
  const ring = ringOf(edges, edge)
  return [edge, edge + 2 === edges.ends[ring + 1] ? edges.ends[ring]! : edge + 1]
}

function cornerAt({ x, y }: LayerEdges, corner: number): Vector {
  return { x: BigInt(x[corner]!), y: BigInt(y[corner]!) }
}

function plus(a: Vector, b: Vector): Vector {
  return { x: a.x + b.x, y: a.y + b.y }
}

function less(a: Vector, b: Vector): Vector {
  return { x: a.x - b.x, y: a.y - b.y }
}

function times({ x, y }: Vector, factor: bigint): Vector {
  return { x: x * factor, y: y * factor }
}

function cross(a: Vector, b: Vector): bigint {
  return a.x * b.y - a.y * b.x
}

function sign(value: bigint): number {
  return value > 0n ? 1 : value < 0n ? -1 : 0
}
