import { type LatticeBox, leafPairs, leafPairsWithin } from './boxTree'
import { addCrossing, type Crossings, noCrossings } from './crossings'
import type { EdgeLayer, LayerEdges } from './layer'
import { cornerTurn, preciseTurn, shiftedSide, turn } from './orientation'

/** Adds the crossings of two layers, of which the first is moved more, within a window. */
export function crossLayers(
  one: EdgeLayer,
  other: EdgeLayer,
  numbers: readonly [one: number, other: number],
  window: LatticeBox,
  found: Crossings,
): void {
  const { x: ax, y: ay, tree: treeA } = one
  const { x: bx, y: by, tree: treeB } = other
  leafPairs(treeA, treeB, window, (leafA, leafB) => {
    const [west, south, east, north] = boxAt(treeB.boxes, leafB)
    for (let i = treeA.from[leafA]!; i < treeA.to[leafA]!; i++) {
      const px = ax[i]!
      const py = ay[i]!
      const qx = ax[i + 1]!
      const qy = ay[i + 1]!
      const low = px < qx ? px : qx
      const high = px < qx ? qx : px
      if (low > east || high < west) continue
      const bottom = py < qy ? py : qy
      const top = py < qy ? qy : py
      if (bottom > north || top < south) continue
      for (let j = treeB.from[leafB]!; j < treeB.to[leafB]!; j++) {
        const rx = bx[j]!
        const sx = bx[j + 1]!
        if (rx < sx ? sx < low || rx > high : rx < low || sx > high) continue
        const ry = by[j]!
        const sy = by[j + 1]!
        if (ry < sy ? sy < bottom || ry > top : ry < bottom || sy > top) continue
        cross(px, py, qx, qy, rx, ry, sx, sy, i, j, numbers, found)
      }
    }
  })
}

function boxAt(boxes: Float64Array, node: number): LatticeBox {
  const at = node * 4
  return [boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!]
}

/** Adds the crossing of the edges p → q of the layer moved more and r → s of the other, if they cross. */
function cross(
  px: number,
  py: number,
  qx: number,
  qy: number,
  rx: number,
  ry: number,
  sx: number,
  sy: number,
  i: number,
  j: number,
  numbers: readonly [one: number, other: number],
  found: Crossings,
): void {
  const ofR = turn(px, py, qx, qy, rx, ry)
  const ofS = turn(px, py, qx, qy, sx, sy)
  const leftR = (ofR || shiftedSide(px, py, qx, qy, -1)) > 0
  const leftS = (ofS || shiftedSide(px, py, qx, qy, -1)) > 0
  if (leftR === leftS && ofR !== 0 && ofS !== 0) return
  const ofP = turn(rx, ry, sx, sy, px, py)
  const ofQ = turn(rx, ry, sx, sy, qx, qy)
  const leftP = (ofP || shiftedSide(rx, ry, sx, sy, 1)) > 0
  const leftQ = (ofQ || shiftedSide(rx, ry, sx, sy, 1)) > 0
  if (ofR === 0 || ofS === 0 || ofP === 0 || ofQ === 0) found.touching = true
  if (leftR === leftS || leftP === leftQ) return
  addPlace(found, px, py, qx, qy, rx, ry, sx, sy, numbers[0], i, numbers[1], j, leftS ? 1 : -1)
}

function addPlace(
  found: Crossings,
  px: number,
  py: number,
  qx: number,
  qy: number,
  rx: number,
  ry: number,
  sx: number,
  sy: number,
  layer: number,
  edge: number,
  otherLayer: number,
  otherEdge: number,
  way: number,
): void {
  const alongOne = share(preciseTurn(rx, ry, sx, sy, px, py), preciseTurn(rx, ry, sx, sy, qx, qy))
  const alongOther = share(preciseTurn(px, py, qx, qy, rx, ry), preciseTurn(px, py, qx, qy, sx, sy))
  const [x, y] = crossingPlace(px, py, qx, qy, rx, ry, sx, sy, alongOne, alongOther)
  addCrossing(found, [layer, edge, alongOne, otherLayer, otherEdge, alongOther], x, y, way)
}

function share(from: number, to: number): number {
  const first = Math.abs(from)
  return first === 0 ? 0 : first / (first + Math.abs(to))
}

/** A corner itself where the crossing is at one; else a place on the shorter edge. */
function crossingPlace(
  px: number,
  py: number,
  qx: number,
  qy: number,
  rx: number,
  ry: number,
  sx: number,
  sy: number,
  alongOne: number,
  alongOther: number,
): [number, number] {
  if (alongOne === 0) return [px, py]
  if (alongOne === 1) return [qx, qy]
  if (alongOther === 0) return [rx, ry]
  if (alongOther === 1) return [sx, sy]
  const one = Math.abs(qx - px) + Math.abs(qy - py)
  const other = Math.abs(sx - rx) + Math.abs(sy - ry)
  if (one < other) return [px + alongOne * (qx - px), py + alongOne * (qy - py)]
  return [rx + alongOther * (sx - rx), ry + alongOther * (sy - ry)]
}

/**
 * The crossings of a layer with itself, both ends of layer 0. Null when edges that lie on each other cross, which have no one
 * place where they do.
 */
export function crossWithin({ x, y, ends, tree }: LayerEdges): Crossings | null {
  const found = noCrossings()
  let onEachOther = false
  /** By edge, the number of the corner it leads to: the last edge of a ring leads to its first corner. */
  const to = new Int32Array(x.length)
  for (let i = 0; i < x.length; i++) to[i] = i + 1
  for (let ring = 1; ring < ends.length; ring++) to[ends[ring]! - 2] = ends[ring - 1]!
  leafPairsWithin(tree, (leafA, leafB) => {
    const [west, south, east, north] = boxAt(tree.boxes, leafB)
    const same = leafA === leafB
    const last = tree.to[leafB]!
    if (
      (same || (leafB === leafA + 1 && tree.from[leafB] === tree.to[leafA])) &&
      runsOneWay(x, y, tree.from[leafA]!, last)
    )
      return
    for (let i = tree.from[leafA]!; i < tree.to[leafA]!; i++) {
      const px = x[i]!
      const qx = x[i + 1]!
      const low = px < qx ? px : qx
      const high = px < qx ? qx : px
      if (low > east || high < west) continue
      const py = y[i]!
      const qy = y[i + 1]!
      const bottom = py < qy ? py : qy
      const top = py < qy ? qy : py
      if (bottom > north || top < south) continue
      for (let j = same ? i + 1 : tree.from[leafB]!; j < tree.to[leafB]!; j++) {
        const rx = x[j]!
        const sx = x[j + 1]!
        if (rx < sx ? sx < low || rx > high : rx < low || sx > high) continue
        const ry = y[j]!
        const sy = y[j + 1]!
        if (ry < sy ? sy < bottom || ry > top : ry < bottom || sy > top) continue
        const next = to[i]!
        const after = to[j]!
        if (j === next || after === i) continue
        const ofR = turn(px, py, qx, qy, rx, ry)
        const ofS = turn(px, py, qx, qy, sx, sy)
        const leftR = (ofR || cornerTurn(x, y, i, next, j)) > 0
        const leftS = (ofS || cornerTurn(x, y, i, next, after)) > 0
        if (leftR === leftS) continue
        const ofP = turn(rx, ry, sx, sy, px, py)
        const ofQ = turn(rx, ry, sx, sy, qx, qy)
        const leftP = (ofP || cornerTurn(x, y, j, after, i)) > 0
        const leftQ = (ofQ || cornerTurn(x, y, j, after, next)) > 0
        if (leftP === leftQ) continue
        if (ofP === 0 && ofQ === 0) onEachOther = true
        else addPlace(found, px, py, qx, qy, rx, ry, sx, sy, 0, i, 0, j, leftS ? 1 : -1)
      }
    }
  })
  return onEachOther ? null : found
}

/** Of the products that make a direction: nearer to square than this is not surely forwards. */
const SQUARE = 1e-9

/** Whether all edges from one corner to another lead forwards along the line between the two: then none crosses another. */
function runsOneWay(x: Float64Array, y: Float64Array, from: number, to: number): boolean {
  const alongX = x[to]! - x[from]!
  const alongY = y[to]! - y[from]!
  for (let i = from; i < to; i++) {
    const one = alongX * (x[i + 1]! - x[i]!)
    const other = alongY * (y[i + 1]! - y[i]!)
    if (!(one + other > SQUARE * (Math.abs(one) + Math.abs(other)))) return false
  }
  return true
}
