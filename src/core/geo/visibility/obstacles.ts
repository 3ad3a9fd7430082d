import Flatbush from 'flatbush'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { ringArea } from '../edges/nestedRings'
import type { LocalPlane } from '../localPlane'

/** Something that stands in the way of sight: upright walls over its outline, to a height in metres or (null) without end. */
export interface Obstacle {
  readonly geometry: Polygon | MultiPolygon
  readonly height: number | null
}

/** An obstacle in a plane: its rings one after the other, not closed, the inside to the left of each. */
export interface PlaneObstacle {
  readonly rings: readonly Float64Array[]
  readonly height: number | null
  readonly box: Box
}

type Box = readonly [west: number, south: number, east: number, north: number]

/** Obstacles found by the boxes of their outlines in a plane, metres. */
export type Obstacles = (west: number, south: number, east: number, north: number) => readonly PlaneObstacle[]

/** Indexes what stands in the way, in a plane. Edges are straight in it. */
export function obstaclesIn(plane: LocalPlane, obstacles: Iterable<Obstacle>): Obstacles {
  const standing: PlaneObstacle[] = []
  for (const { geometry, height } of obstacles) {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const rings = polygons.flatMap((polygon) => polygon.map((ring, nth) => planeRing(ring, plane, nth > 0)))
    if (rings.length > 0) standing.push(planeObstacle(rings, height))
  }
  if (standing.length === 0) return () => []
  const tree = new Flatbush(standing.length)
  for (const { box } of standing) tree.add(...box)
  tree.finish()
  return (...box) => tree.search(...box).map((found) => standing[found]!)
}

function planeRing(ring: readonly Position[], plane: LocalPlane, hole: boolean): Float64Array {
  const first = ring[0]!
  const last = ring.at(-1)!
  const corners = first[0] === last[0] && first[1] === last[1] ? ring.slice(0, -1) : ring
  const flat = Float64Array.from(corners.flatMap((corner) => [...plane.toPlane(corner)]))
  if (ringArea(flat) < 0 === hole) return flat
  for (let i = 0, j = flat.length - 2; i < j; i += 2, j -= 2) {
    const [x, y] = [flat[i]!, flat[i + 1]!]
    flat[i] = flat[j]!
    flat[i + 1] = flat[j + 1]!
    flat[j] = x
    flat[j + 1] = y
  }
  return flat
}

/** Rings as `PlaneObstacle` has them, with their box. */
export const planeObstacle = (rings: readonly Float64Array[], height: number | null): PlaneObstacle => ({
  ...{ rings, height },
  box: boxOf(rings),
})

function boxOf(rings: readonly Float64Array[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      west = Math.min(west, ring[i]!)
      east = Math.max(east, ring[i]!)
      south = Math.min(south, ring[i + 1]!)
      north = Math.max(north, ring[i + 1]!)
    }
  }
  return [west, south, east, north]
}

/** Whether a place lies in an obstacle or, within `margin` metres, on its edge. */
export function standsIn({ rings, box }: PlaneObstacle, x: number, y: number, margin: number): boolean {
  const [west, south, east, north] = box
  if (x < west - margin || x > east + margin || y < south - margin || y > north + margin) return false
  let inside = false
  for (const ring of rings) {
    let ax = ring[ring.length - 2]!
    let ay = ring[ring.length - 1]!
    for (let i = 0; i < ring.length; i += 2) {
      const bx = ring[i]!
      const by = ring[i + 1]!
      if (ay > y !== by > y && (bx - ax) * (y - ay) < (x - ax) * (by - ay) === by > ay) inside = !inside
      if (distanceToSegment(x, y, ax, ay, bx, by) <= margin) return true
      ax = bx
      ay = by
    }
  }
  return inside
}

function distanceToSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay]
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
