import type { CoverageField } from './coverageField'
import { type GapRings, linkRings } from './gapRings'
import { ARC, STRETCH } from './openEdge'

/**
 * The edge of the union of a field's covers: closed rings of arcs and straight pieces, covered ground on their left. Null
 * when nothing is covered or the rings do not close.
 */
export function unionRings(field: CoverageField): GapRings | null {
  const pieces: number[] = []
  field.eachOpenEdge((x, y, radius, { arcs, sides }) => {
    for (let at = 0; at < arcs.length; at += ARC) {
      const [sx, sy, ex, ey] = [arcs[at + 2]!, arcs[at + 3]!, arcs[at + 4]!, arcs[at + 5]!]
      const turn = Math.atan2(sx * ey - sy * ex, sx * ex + sy * ey)
      const sweep = arcs[at + 1]! - arcs[at]! > 1 && turn <= 0 ? turn + 2 * Math.PI : turn
      pieces.push(x + radius * sx, y + radius * sy, x + radius * ex, y + radius * ey, x, y, radius, sweep)
    }
    for (let at = 0; at < sides.length; at += STRETCH) {
      pieces.push(sides[at]!, sides[at + 1]!, sides[at + 2]!, sides[at + 3]!, 0, 0, 0, 0)
    }
  })
  return pieces.length > 0 ? linkRings(pieces) : null
}
