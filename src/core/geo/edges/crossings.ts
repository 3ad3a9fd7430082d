/**
 * Places where edges cross in the picture a little moved. Each has two ends: crossing k has the ends 2k and 2k + 1, one for
 * each edge.
 */
export interface Crossings {
  count: number
  /** By end: number of the layer, edge in it, and where on the edge, 0 to 1. */
  layer: Int32Array
  edge: Int32Array
  at: Float64Array
  /** By crossing. */
  x: Float64Array
  y: Float64Array
  /** By crossing: +1 where the second edge goes over the first from right to left, −1 from left to right. */
  way: Int8Array
  /** Edges of two layers that touch without crossing, or lie on each other: their pieces may run there and back. */
  touching: boolean
}

export function noCrossings(): Crossings {
  const room = 64
  return {
    count: 0,
    layer: new Int32Array(room * 2),
    edge: new Int32Array(room * 2),
    at: new Float64Array(room * 2),
    x: new Float64Array(room),
    y: new Float64Array(room),
    way: new Int8Array(room),
    touching: false,
  }
}

export function addCrossing(
  found: Crossings,
  ends: readonly [layer: number, edge: number, at: number, otherLayer: number, otherEdge: number, otherAt: number],
  x: number,
  y: number,
  way: number,
): void {
  if (found.count === found.x.length) grow(found)
  const crossing = found.count++
  const [layer, edge, at, otherLayer, otherEdge, otherAt] = ends
  found.layer[crossing * 2] = layer
  found.edge[crossing * 2] = edge
  found.at[crossing * 2] = at
  found.layer[crossing * 2 + 1] = otherLayer
  found.edge[crossing * 2 + 1] = otherEdge
  found.at[crossing * 2 + 1] = otherAt
  found.x[crossing] = x
  found.y[crossing] = y
  found.way[crossing] = way
}

function grow(found: Crossings): void {
  const grown = <T extends Int32Array | Float64Array | Int8Array>(old: T, made: T): T => {
    made.set(old)
    return made
  }
  const room = found.x.length * 2
  found.layer = grown(found.layer, new Int32Array(room * 2))
  found.edge = grown(found.edge, new Int32Array(room * 2))
  found.at = grown(found.at, new Float64Array(room * 2))
  found.x = grown(found.x, new Float64Array(room))
  found.y = grown(found.y, new Float64Array(room))
  found.way = grown(found.way, new Int8Array(room))
}
