import type { MultiPolygon, Polygon } from 'geojson'
import type { Bounds } from '../boundsOf'

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
