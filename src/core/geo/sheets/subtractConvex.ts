import type { FlatRing } from '../rings/flatRing'
import { thinRings } from '../rings/thinRings'
import { partRings } from './partRings'

/**
 * What a counter-clockwise convex ring leaves of a set of rings: at most one piece beyond each of its edges, pieces
 * thinner than rounding left out. Pieces do not overlap.
 */
export function subtractConvex(rings: readonly FlatRing[], convex: FlatRing): (readonly FlatRing[])[] {
  const pieces: (readonly FlatRing[])[] = []
  let rest = rings
  let x = convex[convex.length - 2]!
  let y = convex[convex.length - 1]!
  for (let i = 0; i < convex.length && rest.length > 0; i += 2) {
    const { left, right } = partRings(rest, { x, y, dx: convex[i]! - x, dy: convex[i + 1]! - y })
    if (right.length > 0 && !thinRings(right)) pieces.push(right)
    rest = left
    x = convex[i]!
    y = convex[i + 1]!
  }
  return pieces
}
