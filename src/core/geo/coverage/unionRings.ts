import { diamondDirection, sweepOf } from './angles'
import type { CoverageField } from './coverageField'
import { type GapRings, linkRings } from './gapRings'

/**
 * The edge of the union of a field's covers: closed rings of arcs and straight pieces, covered ground on their left. Null
 * when nothing is covered or the rings do not close.
 */
export function unionRings(field: CoverageField): GapRings | null {
  const pieces: number[] = []
  const ends = new Float64Array(4)
  field.eachOpenEdge((x, y, radius, { arcs, sides }) => {
    for (let at = 0; at < arcs.length; at += 2) {
      diamondDirection(arcs[at]!, ends, 0)
      diamondDirection(arcs[at + 1]!, ends, 2)
      const [sx, sy, ex, ey] = [ends[0]!, ends[1]!, ends[2]!, ends[3]!]
      const sweep = sweepOf(sx, sy, ex, ey, arcs[at + 1]! - arcs[at]!)
      pieces.push(x + radius * sx, y + radius * sy, x + radius * ex, y + radius * ey, x, y, radius, sweep)
    }
    for (let at = 0; at < sides.length; at += 4) {
      pieces.push(sides[at]!, sides[at + 1]!, sides[at + 2]!, sides[at + 3]!, 0, 0, 0, 0)
    }
  })
  return pieces.length > 0 ? linkRings(pieces) : null
}
