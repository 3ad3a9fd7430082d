import type { Overlay } from './overlay'
import { runCorners } from './runs'

/**
 * The edges of open ground linked to rings, ground on the left, x, y, x, y, … not closed: by the crossings at which pieces
 * end, not by coordinates. Null when they do not link.
 */
export function linkPieces({ pieces, crossings, layers }: Overlay): number[][] | null {
  const starts = new Map<number, number[]>()
  const startOf = (piece: number) => (pieces[piece]!.backwards ? pieces[piece]!.to : pieces[piece]!.from)
  const endOf = (piece: number) => (pieces[piece]!.backwards ? pieces[piece]!.from : pieces[piece]!.to)
  for (const [index, { from }] of pieces.entries()) {
    if (from < 0) continue
    const crossing = startOf(index) >> 1
    const known = starts.get(crossing)
    if (known) known.push(index)
    else starts.set(crossing, [index])
  }
  const following = new Int32Array(pieces.length).fill(-1)
  for (const [index, { from }] of pieces.entries()) {
    if (from < 0) continue
    const end = endOf(index)
    const here = starts.get(end >> 1) ?? []
    // Where ground of both sides meets in a point each keeps to itself: on along the other edge.
    const turning = here.findIndex((next) => startOf(next) === (end ^ 1))
    const [next] = here.splice(Math.max(0, turning), 1)
    if (next === undefined) return null
    following[index] = next
  }
  const rings: number[][] = []
  const done = new Uint8Array(pieces.length)
  for (let first = 0; first < pieces.length; first++) {
    if (done[first]) continue
    const corners: number[] = []
    for (let index = first; index >= 0 && !done[index]; index = following[index]!) {
      done[index] = 1
      addPiece(index, corners)
    }
    rings.push(corners)
  }
  return rings

  function addPiece(index: number, corners: number[]): void {
    const { layer, ring, from, to, round, backwards } = pieces[index]!
    const edges = layers[layer]!
    const own = backwards ? [] : corners
    if (from < 0) runCorners(edges, ring, edges.ends[ring]! - 1, edges.ends[ring + 1]! - 2, false, own)
    else {
      own.push(crossings.x[from >> 1]!, crossings.y[from >> 1]!)
      runCorners(edges, ring, crossings.edge[from]!, crossings.edge[to]!, round, own)
      if (backwards) own.push(crossings.x[to >> 1]!, crossings.y[to >> 1]!)
    }
    if (!backwards) return
    // The place where the piece ends is the first of the next one.
    for (let i = own.length - 2; i >= (from < 0 ? 0 : 2); i -= 2) corners.push(own[i]!, own[i + 1]!)
  }
}
