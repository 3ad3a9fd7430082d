import type { LayerEdges } from './layer'

/** Twice the signed area between an origin and the corners of a ring. */
export function ringSum({ x, y, ends }: LayerEdges, ring: number, ox: number, oy: number): number {
  return cornerSum(x, y, ends[ring]!, ends[ring + 1]! - 1, ox, oy)
}

/** Of the way from corner `first` to corner `last`. */
function cornerSum(x: Float64Array, y: Float64Array, first: number, last: number, ox: number, oy: number): number {
  let sum = 0
  let ax = x[first]! - ox
  let ay = y[first]! - oy
  for (let i = first + 1; i <= last; i++) {
    const bx = x[i]! - ox
    const by = y[i]! - oy
    sum += ax * by - bx * ay
    ax = bx
    ay = by
  }
  return sum
}

/** A place on an edge. */
export interface EdgePlace {
  readonly edge: number
  readonly x: number
  readonly y: number
}

/**
 * Twice the signed area between an origin and the way along a ring from one place to another; `round` where the way goes
 * over the ring's first corner.
 */
export function runSum(
  layer: LayerEdges,
  ring: number,
  from: EdgePlace,
  to: EdgePlace,
  round: boolean,
  ox: number,
  oy: number,
): number {
  const { x, y, ends } = layer
  const cross = (ax: number, ay: number, bx: number, by: number) => (ax - ox) * (by - oy) - (bx - ox) * (ay - oy)
  if (!round && from.edge === to.edge) return cross(from.x, from.y, to.x, to.y)
  const after = from.edge + 1
  const out = cross(from.x, from.y, x[after]!, y[after]!)
  const into = cross(x[to.edge]!, y[to.edge]!, to.x, to.y)
  if (!round) return out + cornerSum(x, y, after, to.edge, ox, oy) + into
  const [first, last] = [ends[ring]!, ends[ring + 1]! - 1]
  return out + cornerSum(x, y, after, last, ox, oy) + cornerSum(x, y, first, to.edge, ox, oy) + into
}

/** The ring an edge belongs to. */
export function ringOf({ ends }: LayerEdges, edge: number): number {
  let low = 0
  let high = ends.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (ends[middle]! <= edge) low = middle
    else high = middle
  }
  return low
}
