import type { MultiPolygon, Polygon, Position } from 'geojson'
import { boxOfRings } from './boxOfRings'
import type { EqualAreaGrid } from './equalAreaGrid'
import type { FlatRing, GridBox } from './flatRing'
import { ringArea } from './ringArea'

/** One part of a covering polygon on a subject's grid. */
export interface GridCover {
  readonly box: GridBox
  /** `rectangle`: sides along the axes, so its box is itself; `convex`: one counter-clockwise ring; else rings read even-odd. */
  readonly kind: 'rectangle' | 'convex' | 'rings'
  readonly rings: readonly FlatRing[]
}

/** A convex part with more corners is left to the clipping library, which handles many corners better. */
const MOST_CORNERS = 12

/** The parts of a polygon on a grid; parts without area are left out. */
export function gridCovers(polygon: Polygon | MultiPolygon, grid: EqualAreaGrid): GridCover[] {
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  return parts.flatMap((part): GridCover[] => {
    const rings = part.map((ring) => flatRing(ring, grid)).filter((ring) => ring.length >= 6)
    const box = boxOfRings(rings)
    if (!(box[0] < box[2] && box[1] < box[3])) return []
    const [only] = rings
    const convex = only && rings.length === 1 ? convexRing(only) : null
    if (!convex) return [{ box, kind: 'rings', rings }]
    return [{ box, kind: isBox(convex) ? 'rectangle' : 'convex', rings: [convex] }]
  })
}

/** Without repeated positions, the closing one included. */
function flatRing(ring: readonly Position[], grid: EqualAreaGrid): FlatRing {
  const flat: number[] = []
  let lastX = Number.NaN
  let lastY = Number.NaN
  for (const position of ring) {
    const { x, y } = grid.toGrid(position)
    if (x === lastX && y === lastY) continue
    flat.push(x, y)
    lastX = x
    lastY = y
  }
  if (flat.length > 2 && flat[0] === lastX && flat[1] === lastY) flat.length -= 2
  return flat
}

/** The ring turned counter-clockwise, or null when it turns both ways, turns round more than once or has many corners. */
function convexRing(ring: FlatRing): FlatRing | null {
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

function isBox(ring: FlatRing): boolean {
  const [west, south, east, north] = boxOfRings([ring])
  const sides = ring.every((value, index) =>
    index % 2 === 0 ? value === west || value === east : value === south || value === north,
  )
  return sides && ring.length === 8
}
