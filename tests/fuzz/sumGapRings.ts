import { type GapRings, PIECE } from '#core/geo/coverage/gapRings.ts'

/** What the exact rings of a gap bound. */
export interface GapRingSum {
  /** Square metres. */
  readonly area: number
  /** Metres of arc. */
  readonly arcLength: number
  /** Metres: the widest step between the end of a piece, or of its arc, and where the next begins. */
  readonly widest: number
}

/** Adds the pieces up: shoelace on the chords, and for each arc the segment between it and its chord, ½ r² (φ − sin φ). */
export function sumGapRings({ pieces, rings }: GapRings): GapRingSum {
  let area = 0
  let arcLength = 0
  let widest = 0
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    const first = rings[ring]!
    const end = rings[ring + 1]!
    const originX = pieces[first * PIECE]!
    const originY = pieces[first * PIECE + 1]!
    for (let piece = first; piece < end; piece++) {
      const at = piece * PIECE
      const next = (piece + 1 < end ? piece + 1 : first) * PIECE
      const [x0, y0, x1, y1] = [pieces[at]!, pieces[at + 1]!, pieces[at + 2]!, pieces[at + 3]!]
      widest = Math.max(widest, Math.hypot(pieces[next]! - x1, pieces[next + 1]! - y1))
      area += ((x0 - originX) * (y1 - originY) - (x1 - originX) * (y0 - originY)) / 2
      const radius = pieces[at + 6]!
      const sweep = pieces[at + 7]!
      if (radius === 0) continue
      area += (radius * radius * (sweep - Math.sin(sweep))) / 2
      arcLength += radius * Math.abs(sweep)
      const cx = pieces[at + 4]!
      const cy = pieces[at + 5]!
      const from = Math.atan2(y0 - cy, x0 - cx)
      const toX = cx + radius * Math.cos(from + sweep)
      const toY = cy + radius * Math.sin(from + sweep)
      widest = Math.max(widest, Math.hypot(toX - x1, toY - y1))
    }
  }
  return { area, arcLength, widest }
}
