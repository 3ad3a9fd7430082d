import type { MultiPolygon, Polygon } from 'geojson'
import type { Bounds } from '../boundsOf'

/** Whether a polygon is just its bounds: one ring round four corners, along parallels and meridians. */
export function isRectangle(polygon: Polygon | MultiPolygon, [west, south, east, north]: Bounds): boolean {
  if (polygon.type !== 'Polygon' || polygon.coordinates.length !== 1) return false
  const ring = polygon.coordinates[0]!
  if (ring.length !== 5) return false
  let [x, y] = ring[4] as [number, number]
  for (const [nextX, nextY] of ring as [number, number][]) {
    if ((nextX !== west && nextX !== east) || (nextY !== south && nextY !== north)) return false
    // From corner to corner along one side, never across; the fifth position is the first again.
    if (nextX !== x && nextY !== y) return false
    ;[x, y] = [nextX, nextY]
  }
  const turns = (ring[0]![0] === ring[2]![0] ? 0 : 1) + (ring[0]![1] === ring[2]![1] ? 0 : 1)
  return turns === 2 && ring[1]![0] !== ring[3]![0] && ring[1]![1] !== ring[3]![1]
}
