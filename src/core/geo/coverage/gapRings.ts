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
/** Metres: how well a crossing is known where curves meet at an open angle. */
const FINEST = 1e-7

/** Metres along two pieces at which their directions from a place they share are compared; curves need some way to part. */
const PARTING = 1

/**
 * Links pieces to rings: each piece goes on with one that starts where it ends, and where several do, with the one that
 * keeps to the same ground, so that rings touch but do not cross. Null when a piece finds none. The pieces are put in one
 * order first, so the same pieces give the same rings.
 */
export function linkRings(pieces: readonly number[]): GapRings | null {
  const sorted = sortPieces(pieces)
  const count = sorted.length / PIECE
  const used = new Uint8Array(count)
  const linked = new Float64Array(sorted.length)
  const rings: number[] = []
  let written = 0
  for (let home = 0; home < count; home++) {
    if (used[home]) continue
    rings.push(written)
    let at = home
    while (true) {
      used[at] = 1
      linked.set(sorted.subarray(at * PIECE, at * PIECE + PIECE), written * PIECE)
      written++
      const next = nextPiece(sorted, used, home, at)
      if (next < 0) return null
      if (next === home) break
      at = next
    }
  }
  rings.push(written)
  return { pieces: linked, rings: Int32Array.from(rings) }
}

/** Pieces by their start, west first, and where they are the same there by all the rest. */
function sortPieces(pieces: readonly number[]): Float64Array {
  const order = Array.from({ length: pieces.length / PIECE }, (_, index) => index * PIECE)
  order.sort((a, b) => {
    for (let k = 0; k < PIECE; k++) {
      const difference = pieces[a + k]! - pieces[b + k]!
      if (difference !== 0) return difference
    }
    return 0
  })
  const sorted = new Float64Array(pieces.length)
  for (const [place, at] of order.entries()) for (let k = 0; k < PIECE; k++) sorted[place * PIECE + k] = pieces[at + k]!
  return sorted
}

/** The piece a ring goes on with after one: an unused piece, or the ring's first; −1 when none is near enough. */
function nextPiece(pieces: Float64Array, used: Uint8Array, home: number, from: number): number {
  const x = pieces[from * PIECE + 2]!
  const y = pieces[from * PIECE + 3]!
  const near: number[] = []
  let nearest = SAME_PLACE
  for (let at = firstFrom(pieces, x - SAME_PLACE); at < used.length && pieces[at * PIECE]! <= x + SAME_PLACE; at++) {
    if ((used[at] && at !== home) || startFrom(pieces, at, x, y) > SAME_PLACE) continue
    near.push(at)
    nearest = Math.min(nearest, startFrom(pieces, at, x, y))
  }
  // Places that are known as well as the nearest one is are the same place.
  const here = near.filter((at) => startFrom(pieces, at, x, y) <= 4 * nearest + FINEST)
  if (here.length < 2) return here[0] ?? -1
  const turns = here.map((at) => turnInto(pieces, from, at))
  return here[turns.indexOf(Math.min(...turns))]!
}

/** Metres from a place to the start of a piece. */
function startFrom(pieces: Float64Array, piece: number, x: number, y: number): number {
  return Math.hypot(pieces[piece * PIECE]! - x, pieces[piece * PIECE + 1]! - y)
}

/** First place in the order whose start is not west of x. */
function firstFrom(pieces: Float64Array, x: number): number {
  let low = 0
  let high = pieces.length / PIECE
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle * PIECE]! < x) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The ground between a piece and one that follows it, as an angle: clockwise from the way back along the first to the way
 * ahead along the second, above 0 and up to 2π.
 */
function turnInto(pieces: Float64Array, from: number, to: number): number {
  const along = Math.min(PARTING, lengthOf(pieces, from) / 2, lengthOf(pieces, to) / 2)
  const back = directionAlong(pieces, from, along, false)
  const ahead = directionAlong(pieces, to, along, true)
  const turn = back - ahead
  return turn > 0 ? turn : turn + 2 * Math.PI
}

function lengthOf(pieces: Float64Array, piece: number): number {
  const at = piece * PIECE
  const radius = pieces[at + 6]!
  if (radius > 0) return radius * Math.abs(pieces[at + 7]!)
  return Math.hypot(pieces[at + 2]! - pieces[at]!, pieces[at + 3]! - pieces[at + 1]!)
}

/** Direction from a piece's start to a point so many metres along it, or from its end to one so many back. */
function directionAlong(pieces: Float64Array, piece: number, metres: number, ahead: boolean): number {
  const at = piece * PIECE
  const [sx, sy, ex, ey] = [pieces[at]!, pieces[at + 1]!, pieces[at + 2]!, pieces[at + 3]!]
  const radius = pieces[at + 6]!
  if (radius === 0) return ahead ? Math.atan2(ey - sy, ex - sx) : Math.atan2(sy - ey, sx - ex)
  const [cx, cy] = [pieces[at + 4]!, pieces[at + 5]!]
  const turned = (metres / radius) * Math.sign(pieces[at + 7]!)
  const [x, y] = ahead ? [sx, sy] : [ex, ey]
  const angle = Math.atan2(y - cy, x - cx) + (ahead ? turned : -turned)
  return Math.atan2(cy + radius * Math.sin(angle) - y, cx + radius * Math.cos(angle) - x)
}
