import type { FlatRing, GridBox } from '../rings/flatRing'
import type { GridCover } from './gridCover'

/** Whether a cover holds a whole box, its edges included. May say no of a general polygon that just touches the box. */
export function holdsBox({ kind, rings, box: own }: GridCover, box: GridBox): boolean {
  const [west, south, east, north] = box
  if (own[0] > west || own[1] > south || own[2] < east || own[3] < north) return false
  if (kind === 'rectangle') return true
  return kind === 'convex' ? rings.every((ring) => convexHolds(ring, box)) : ringsHold(rings, box)
}

/** No corner of the box may lie right of an edge: the one that lies farthest right is asked. */
function convexHolds(ring: FlatRing, [west, south, east, north]: GridBox): boolean {
  let px = ring[ring.length - 2]!
  let py = ring[ring.length - 1]!
  for (let i = 0; i < ring.length; i += 2) {
    const dx = ring[i]! - px
    const dy = ring[i + 1]! - py
    const farX = dy > 0 ? east : west
    const farY = dx > 0 ? south : north
    if (dx * (farY - py) - dy * (farX - px) < 0) return false
    px = ring[i]!
    py = ring[i + 1]!
  }
  return true
}

/** No edge may come near the box, and its middle must be inside, read even-odd. */
function ringsHold(rings: readonly FlatRing[], [west, south, east, north]: GridBox): boolean {
  const x = (west + east) / 2
  const y = (south + north) / 2
  let inside = false
  for (const ring of rings) {
    let px = ring[ring.length - 2]!
    let py = ring[ring.length - 1]!
    for (let i = 0; i < ring.length; i += 2) {
      const qx = ring[i]!
      const qy = ring[i + 1]!
      const meets =
        Math.max(px, qx) > west && Math.min(px, qx) < east && Math.max(py, qy) > south && Math.min(py, qy) < north
      if (meets) return false
      if (py > y !== qy > y && (x - px) * (qy - py) < (qx - px) * (y - py) === qy > py) inside = !inside
      px = qx
      py = qy
    }
  }
  return inside
}
