import type { FlatRing } from './flatRing'
import { ringArea } from './ringArea'

/** A ring with more corners is left to the clipping library, which handles many corners better. */
const MOST_CORNERS = 12

/** The ring turned counter-clockwise, or null when it turns both ways, turns round more than once or has many corners. */
export function convexRing(ring: FlatRing): FlatRing | null {
  const count = ring.length / 2
  if (count < 3 || count > MOST_CORNERS) return null
  const area = ringArea(ring)
  if (area === 0) return null
  const turned = area > 0 ? ring : reversed(ring)
  let ascents = 0
  let [ax, ay, bx, by] = turned.slice(-4) as [number, number, number, number]
  for (let i = 0; i < turned.length; i += 2) {
    const cx = turned[i]!
    const cy = turned[i + 1]!
    if ((bx - ax) * (cy - by) - (by - ay) * (cx - bx) < 0) return null
    // A ring that turns round once rises once: (x, y) in order of y, then x.
    const rose = by > ay || (by === ay && bx > ax)
    const rises = cy > by || (cy === by && cx > bx)
    if (!rose && rises) ascents++
    ax = bx
    ay = by
    bx = cx
    by = cy
  }
  return ascents === 1 ? turned : null
}

function reversed(ring: FlatRing): FlatRing {
  const turned: number[] = []
  for (let i = ring.length - 2; i >= 0; i -= 2) turned.push(ring[i]!, ring[i + 1]!)
  return turned
}
