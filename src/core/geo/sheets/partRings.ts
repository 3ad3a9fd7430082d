import type { FlatRing } from '../rings/flatRing'
import { type Cut, cutRings } from './cutRings'

export interface Parted {
  readonly left: readonly FlatRing[]
  readonly right: readonly FlatRing[]
}

const NONE: readonly FlatRing[] = []

/** Rings parted along a line, with the same new corners on both sides; see `cutRings`. */
export function partRings(rings: readonly FlatRing[], cut: Cut): Parted {
  let left = false
  let right = false
  for (const ring of rings) {
    const side = sideOf(ring, cut)
    if (side >= 0) left = true
    if (side <= 0) right = true
  }
  if (!right) return { left: rings, right: NONE }
  if (!left) return { left: NONE, right: rings }
  const { x, y, dx, dy } = cut
  return { left: cutRings(rings, cut), right: cutRings(rings, { x, y, dx: -dx, dy: -dy }) }
}

/** 1: nothing right of the line. −1: nothing left of it. 0: both sides. */
function sideOf(ring: FlatRing, { x, y, dx, dy }: Cut): 1 | 0 | -1 {
  let left = false
  let right = false
  for (let i = 0; i < ring.length; i += 2) {
    const side = dx * (ring[i + 1]! - y) - dy * (ring[i]! - x)
    if (side > 0) left = true
    else if (side < 0) right = true
    if (left && right) return 0
  }
  return right ? -1 : 1
}
