import type { MultiPolygon, Polygon, Position } from 'geojson'
import { insideRing } from '../city/measure'
import type { Path } from '../city/plane'
import { toPlane } from '../city/plane'
import { extent, outline } from './outline'

/** A test whether a position is inside the surface (even-odd), prepared once for many positions. */
export function containment(surface: Polygon | MultiPolygon): (position: Position) => boolean {
  const rings: readonly Path[] = outline(surface).flat()
  const [west, south, east, north] = extent(rings.flat())
  return (position) => {
    const point = toPlane(position)
    if (point[0] < west || point[0] > east || point[1] < south || point[1] > north) return false
    let inside = false
    for (const ring of rings) if (insideRing(point, ring)) inside = !inside
    return inside
  }
}
