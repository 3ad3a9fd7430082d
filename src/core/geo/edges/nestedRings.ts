import type { MultiPolygon, Polygon, Position } from 'geojson'
import { boxOfRings, type FlatRing, type GridBox, ringArea } from '../rings/ring'

/**
 * Rings in nanodegrees as one geometry, holes (clockwise) each in the smallest outer ring round it; null where a hole has
 * none.
 */
export function nestedRings(rings: readonly FlatRing[]): Polygon | MultiPolygon | null {
  const sized = rings.map((ring): SizedRing => ({ ring, area: ringArea(ring), box: boxOfRings([ring]) }))
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
  readonly ring: FlatRing
  readonly area: number
  readonly box: GridBox
}

function closedRing(ring: FlatRing): Position[] {
  const positions: Position[] = []
  for (let i = 0; i < ring.length; i += 2) positions.push([ring[i]! / 1e9, ring[i + 1]! / 1e9])
  positions.push([ring[0]! / 1e9, ring[1]! / 1e9])
  return positions
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
function middleOfLongest(ring: FlatRing): readonly [x: number, y: number] {
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
