import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { LatticeBox } from './boxTree'

/**
 * Rings in nanodegrees as one geometry, holes (clockwise) each in the smallest outer ring round it; null where a hole has
 * none.
 */
export function nestedRings(rings: readonly Float64Array[]): Polygon | MultiPolygon | null {
  const sized = rings.map((ring): SizedRing => ({ ring, area: ringArea(ring), box: boxOf(ring) }))
  const outers = sized.filter(({ area }) => area > 0).sort((a, b) => a.area - b.area)
  const polygons = outers.map(({ ring }): Position[][] => [closedRing(ring)])
  for (const hole of sized) {
    if (hole.area >= 0) continue
    const outer = outers.findIndex((each) => holdsRing(each, hole))
    if (outer < 0) return null
    polygons[outer]!.push(closedRing(hole.ring))
  }
  const [first] = polygons
  return first && polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons }
}

interface SizedRing {
  readonly ring: Float64Array
  readonly area: number
  readonly box: LatticeBox
}

/** Relative to its first corner, so that digits survive far from the origin. */
export function ringArea(ring: Float64Array): number {
  const x0 = ring[0]!
  const y0 = ring[1]!
  let sum = 0
  for (let i = 2; i + 3 < ring.length; i += 2) {
    sum += (ring[i]! - x0) * (ring[i + 3]! - y0) - (ring[i + 2]! - x0) * (ring[i + 1]! - y0)
  }
  return sum / 2
}

function boxOf(ring: Float64Array): LatticeBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < ring.length; i += 2) {
    west = Math.min(west, ring[i]!)
    south = Math.min(south, ring[i + 1]!)
    east = Math.max(east, ring[i]!)
    north = Math.max(north, ring[i + 1]!)
  }
  return [west, south, east, north]
}

function closedRing(ring: Float64Array): Position[] {
  return Array.from({ length: ring.length / 2 + 1 }, (_, corner): Position => {
    const at = (corner * 2) % ring.length
    return [ring[at]! / 1e9, ring[at + 1]! / 1e9]
  })
}

function holdsRing(outer: SizedRing, hole: SizedRing): boolean {
  const [west, south, east, north] = outer.box
  const [holeWest, holeSouth, holeEast, holeNorth] = hole.box
  if (outer.area < -hole.area || west > holeWest || south > holeSouth || east < holeEast || north < holeNorth)
    return false
  const [x, y] = middleOfLongest(hole.ring)
  let inside = false
  const { ring } = outer
  let ax = ring[ring.length - 2]!
  let ay = ring[ring.length - 1]!
  for (let i = 0; i < ring.length; i += 2) {
    const bx = ring[i]!
    const by = ring[i + 1]!
    if (ay > y !== by > y && (bx - ax) * (y - ay) < (x - ax) * (by - ay) === by > ay) inside = !inside
    ax = bx
    ay = by
  }
  return inside
}

/** The middle of a ring's longest edge: its corners may lie on the ring round it. */
function middleOfLongest(ring: Float64Array): readonly [x: number, y: number] {
  let longest = 0
  let found: readonly [number, number] = [ring[0]!, ring[1]!]
  for (let i = 0; i < ring.length; i += 2) {
    const next = i + 2 === ring.length ? 0 : i + 2
    const length = Math.abs(ring[next]! - ring[i]!) + Math.abs(ring[next + 1]! - ring[i + 1]!)
    if (length <= longest) continue
    longest = length
    found = [(ring[i]! + ring[next]!) / 2, (ring[i + 1]! + ring[next + 1]!) / 2]
  }
  return found
}
