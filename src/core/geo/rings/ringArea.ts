import type { FlatRing } from './flatRing'

/** Signed area, square grid steps; counter-clockwise positive. */
export function ringArea(ring: FlatRing): number {
  const x0 = ring[0] ?? 0
  const y0 = ring[1] ?? 0
  let doubled = 0
  let ax = 0
  let ay = 0
  for (let i = 2; i < ring.length; i += 2) {
    // Against the first corner, so that a small ring far from the origin loses no digits.
    const bx = ring[i]! - x0
    const by = ring[i + 1]! - y0
    doubled += ax * by - ay * bx
    ax = bx
    ay = by
  }
  return doubled / 2
}
