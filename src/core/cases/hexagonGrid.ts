import type { Position } from 'geojson'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from '../geo/sphere'

/** A hexagon by its axial coordinates. */
export interface Hexagon {
  readonly q: number
  readonly r: number
}

/** Hexagons of equal size over a city, points up, the middle of one at the origin. */
export interface HexagonGrid {
  hexagonAt(place: Position): Hexagon
  centre(hexagon: Hexagon): Position
  /** A closed ring, anticlockwise. */
  ring(hexagon: Hexagon): Position[]
}

const SQRT3 = Math.sqrt(3)

/**
 * @param origin [longitude, latitude]; the plane is true to scale at its latitude
 * @param radius metres from the middle to a corner
 */
export function hexagonGrid(origin: Position, radius: number): HexagonGrid {
  const north = EARTH_RADIUS * RADIANS_PER_DEGREE
  const east = north * Math.cos(origin[1]! * RADIANS_PER_DEGREE)
  const placeOf = (x: number, y: number): Position => [origin[0]! + x / east, origin[1]! + y / north]
  const middle = ({ q, r }: Hexagon): readonly [number, number] => [radius * SQRT3 * (q + r / 2), radius * 1.5 * r]

  return {
    hexagonAt(place) {
      const x = (place[0]! - origin[0]!) * east
      const y = (place[1]! - origin[1]!) * north
      return nearestHexagon(((SQRT3 / 3) * x - y / 3) / radius, ((2 / 3) * y) / radius)
    },
    centre: (hexagon) => placeOf(...middle(hexagon)),
    ring(hexagon) {
      const [x, y] = middle(hexagon)
      const corners = Array.from({ length: 6 }, (_, corner) => {
        const angle = (corner * 60 + 30) * RADIANS_PER_DEGREE
        return placeOf(x + radius * Math.cos(angle), y + radius * Math.sin(angle))
      })
      return [...corners, corners[0]!]
    },
  }
}

/** Rounds in the three axes that add up to nothing, and mends the one that was rounded most. */
function nearestHexagon(q: number, r: number): Hexagon {
  const s = -q - r
  const [roundQ, roundR, roundS] = [Math.round(q), Math.round(r), Math.round(s)]
  const [offQ, offR, offS] = [Math.abs(roundQ - q), Math.abs(roundR - r), Math.abs(roundS - s)]
  // `+ 0` so that no coordinate is minus zero.
  if (offQ > offR && offQ > offS) return { q: -roundR - roundS + 0, r: roundR + 0 }
  if (offR > offS) return { q: roundQ + 0, r: -roundQ - roundS + 0 }
  return { q: roundQ + 0, r: roundR + 0 }
}
