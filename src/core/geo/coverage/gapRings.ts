/** Numbers to a piece: from x, y, to x, y, then the arc's centre x, y, radius and sweep (radians, negative clockwise). */
export const PIECE = 8

/**
 * Exact uncovered ground: closed rings of straight pieces (radius 0) and arcs, ground on their left; metres in the plane.
 */
export interface GapRings {
  readonly pieces: Float64Array
  /** Index of the first piece of each ring, and at the end the number of pieces. */
  readonly rings: Int32Array
}

/** Metres: ends nearer than this are one place. Between two nearly touching circles a crossing is no better known. */
const SAME_PLACE = 1e-4

/**
 * Links pieces to rings: each piece goes on with the nearest one that starts where it ends. Null when one finds none. The
 * pieces are put in one order first, so the same pieces give the same rings.
 */
export function linkRings(pieces: readonly number[]): GapRings | null {
  const count = pieces.length / PIECE
  const order = Array.from({ length: count }, (_, index) => index).sort((a, b) => compare(pieces, a, b))
  const starts = Float64Array.from(order, (piece) => pieces[piece * PIECE]!)
  const used = new Uint8Array(count)
  const linked = new Float64Array(count * PIECE)
  const rings: number[] = []
  let written = 0
  for (let begin = 0; begin < count; begin++) {
    if (used[begin]) continue
    rings.push(written)
    const home = order[begin]! * PIECE
    let at = begin
    while (true) {
      used[at] = 1
      const piece = order[at]! * PIECE
      for (let k = 0; k < PIECE; k++) linked[written * PIECE + k] = pieces[piece + k]!
      written++
      const x = pieces[piece + 2]!
      const y = pieces[piece + 3]!
      const next = nearestStart(pieces, order, starts, used, x, y)
      const toHome = Math.hypot(x - pieces[home]!, y - pieces[home + 1]!)
      if (toHome <= SAME_PLACE && (next < 0 || toHome <= distanceTo(pieces, order[next]!, x, y))) break
      if (next < 0) return null
      at = next
    }
  }
  rings.push(written)
  return { pieces: linked, rings: Int32Array.from(rings) }
}

function compare(pieces: readonly number[], a: number, b: number): number {
  for (let k = 0; k < PIECE; k++) {
    const difference = pieces[a * PIECE + k]! - pieces[b * PIECE + k]!
    if (difference !== 0) return difference
  }
  return 0
}

function distanceTo(pieces: readonly number[], piece: number, x: number, y: number): number {
  return Math.hypot(pieces[piece * PIECE]! - x, pieces[piece * PIECE + 1]! - y)
}

/** Place in `order` of the unused piece that starts nearest to (x, y), or −1. */
function nearestStart(
  pieces: readonly number[],
  order: readonly number[],
  starts: Float64Array,
  used: Uint8Array,
  x: number,
  y: number,
): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < x - SAME_PLACE) low = middle + 1
    else high = middle
  }
  let best = -1
  let nearest = SAME_PLACE
  for (let at = low; at < starts.length && starts[at]! <= x + SAME_PLACE; at++) {
    if (used[at]) continue
    const distance = distanceTo(pieces, order[at]!, x, y)
    if (distance <= nearest) {
      nearest = distance
      best = at
    }
  }
  return best
}
