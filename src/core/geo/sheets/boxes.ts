import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Bounds } from '../boundsOf'
import type { FlatRing, GridBox } from '../rings/ring'
import type { GridCover } from './gridCover'

/** Whether the box of any edge of a polygon meets bounds, touching included. If none does, no edge crosses them. */
export function edgesMeet(polygon: Polygon | MultiPolygon, [west, south, east, north]: Bounds): boolean {
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  for (const rings of parts) {
    for (const ring of rings) {
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i === 0 ? ring.length - 1 : i - 1]!
        const b = ring[i]!
        if (a[0]! < west && b[0]! < west) continue
        if (a[0]! > east && b[0]! > east) continue
        if (a[1]! < south && b[1]! < south) continue
        if (a[1]! > north && b[1]! > north) continue
        return true
      }
    }
  }
  return false
}

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

/** Whether a polygon is just its bounds: one ring round four corners, along parallels and meridians. */
export function isRectangle(polygon: Polygon | MultiPolygon, [west, south, east, north]: Bounds): boolean {
  if (polygon.type !== 'Polygon' || polygon.coordinates.length !== 1) return false
  const ring = polygon.coordinates[0]!
  if (ring.length !== 5) return false
  for (let i = 0; i < 5; i++) {
    const x = ring[i]![0]!
    const y = ring[i]![1]!
    if ((x !== west && x !== east) || (y !== south && y !== north)) return false
    // From corner to corner along one side, never across; the fifth position is the first again.
    const before = ring[i === 0 ? 4 : i - 1]!
    if (x !== before[0] && y !== before[1]) return false
  }
  return opposite(ring[0]!, ring[2]!) && opposite(ring[1]!, ring[3]!)
}

function opposite(a: Position, b: Position): boolean {
  return a[0] !== b[0] && a[1] !== b[1]
}
