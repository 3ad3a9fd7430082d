import type { LineString, MultiLineString, Position } from 'geojson'
import { boundsOf } from './boundsOf'
import { coveredIntervals, type Interval, positionAlong } from './coveredIntervals'
import type { CoverIndex } from './coverIndex'
import { greatCircleDistance } from './greatCircleDistance'

export interface LineCoverage {
  /** Covered share of the length, 0 to 1; NaN for a line without length. */
  readonly share: number
  /** Metres. */
  readonly length: number
  readonly covered: number
  /** The uncovered part, null when there is none. */
  readonly gap: LineString | MultiLineString | null
}

/** Metres: a shorter piece of gap is rounding. */
const ROUNDING = 1e-5

/** How much of a line's length the union of covers covers, and what it leaves open. */
export function lineCoverage(line: LineString | MultiLineString, covers: CoverIndex): LineCoverage {
  const parts = line.type === 'LineString' ? [line.coordinates] : line.coordinates
  const pieces: Position[][] = []
  let length = 0
  let open = 0
  for (const part of parts) {
    // The piece of gap that reaches the end of the segment before, to be carried on.
    let reaching: Position[] | null = null
    for (let i = 1; i < part.length; i++) {
      const [a, b] = [part[i - 1]!, part[i]!]
      const metres = greatCircleDistance(a, b)
      if (metres === 0) continue
      length += metres
      let last: Position[] | null = null
      for (const [from, to] of openIntervals(a, b, metres, covers)) {
        open += (to - from) * metres
        const piece: Position[] = from === 0 && reaching ? reaching : [positionAlong(a, b, from)]
        if (piece !== reaching) pieces.push(piece)
        piece.push(positionAlong(a, b, to))
        last = to === 1 ? piece : null
      }
      reaching = last
    }
  }
  const covered = length - open
  const [first] = pieces
  return {
    share: open === 0 && length > 0 ? 1 : covered / length,
    length,
    covered,
    gap: !first
      ? null
      : pieces.length === 1
        ? { type: 'LineString', coordinates: first }
        : { type: 'MultiLineString', coordinates: pieces },
  }
}

/** What the union of covers leaves open of a segment. */
function openIntervals(a: Position, b: Position, metres: number, covers: CoverIndex): Interval[] {
  const covered = covers(boundsOf({ type: 'LineString', coordinates: [a, b] }))
    .flatMap((cover) => coveredIntervals(a, b, cover))
    .sort((x, y) => x[0] - y[0])
  const open: Interval[] = []
  let reached = 0
  for (const [from, to] of [...covered, [1, 1] as const]) {
    if ((from - reached) * metres > ROUNDING) open.push([reached, from])
    reached = Math.max(reached, to)
  }
  return open
}
