import type { Overlay, Piece } from './overlay'

/**
 * The edges of open ground linked to rings, ground on the left, x, y, x, y, … not closed: by the crossings at which pieces
 * end, not by coordinates. Null when they do not link.
 */
export function linkPieces(found: Overlay): Float64Array[] | null {
  const { pieces } = found
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
  const rings: Float64Array[] = []
  const done = new Uint8Array(pieces.length)
  for (let first = 0; first < pieces.length; first++) {
    if (done[first]) continue
    const own: Piece[] = []
    let corners = 0
    for (let index = first; index >= 0 && !done[index]; index = following[index]!) {
      done[index] = 1
      own.push(pieces[index]!)
      corners += cornersOn(found, pieces[index]!)
    }
    rings.push(ringOfPieces(found, own, corners))
  }
  return rings
}

/** How many corners a piece passes, and the crossing where it begins. */
function cornersOn({ layers, crossings }: Overlay, { layer, ring, from, to, round }: Piece): number {
  const { ends } = layers[layer]!
  const all = ends[ring + 1]! - 1 - ends[ring]!
  return from < 0 ? all : 1 + crossings.edge[to]! - crossings.edge[from]! + (round ? all : 0)
}

function ringOfPieces({ layers, crossings }: Overlay, pieces: readonly Piece[], corners: number): Float64Array {
  const ring = new Float64Array(corners * 2)
  let written = 0
  const add = (x: number, y: number) => {
    ring[written++] = x
    ring[written++] = y
  }
  for (const { layer, ring: of, from, to, round, backwards } of pieces) {
    const { x, y, ends } = layers[layer]!
    const first = ends[of]!
    const last = ends[of + 1]! - 2
    const forth = (low: number, high: number) => {
      for (let i = low; i <= high; i++) add(x[i]!, y[i]!)
    }
    const back = (high: number, low: number) => {
      for (let i = high; i >= low; i--) add(x[i]!, y[i]!)
    }
    if (from < 0) {
      if (backwards) back(last, first)
      else forth(first, last)
      continue
    }
    const start = backwards ? to >> 1 : from >> 1
    add(crossings.x[start]!, crossings.y[start]!)
    const out = crossings.edge[from]! + 1
    const into = crossings.edge[to]!
    if (!round) {
      if (backwards) back(into, out)
      else forth(out, into)
    } else if (backwards) {
      back(into, first)
      back(last, out)
    } else {
      forth(out, last)
      forth(first, into)
    }
  }
  return ring
}
