import type { Position } from 'geojson'
import KDBush from 'kdbush'
import { discBounds, EARTH_RADIUS, greatCircleDistance, RADIANS_PER_DEGREE } from './sphere'

/** Points, asked for the nearest one to a place. */
export interface PointIndex {
  /**
   * Great-circle distance, metres, to the nearest point within `metres` of a place, both ends included; Infinity when
   * there is none.
   */
  readonly nearestWithin: (place: Position, metres: number) => number
}

/** Rounding of a computed distance, metres: a point this little beyond the reach is at the reach. */
const ROUNDING = 1e-6
/** Each look goes this many times as far as the one before. */
const STRIDE = 4

/** Indexes points by longitude and latitude. Not for points on both sides of the meridian of 180°. */
export function pointIndex(points: readonly Position[]): PointIndex {
  if (points.length === 0) return { nearestWithin: () => Infinity }
  const tree = new KDBush(points.length)
  const vectors = new Float64Array(points.length * 3)
  for (const [i, point] of points.entries()) {
    tree.add(point[0]!, point[1]!)
    vectors.set(unitVector(point), i * 3)
  }
  tree.finish()
  const firstLook = spacing(points)

  /** The nearest of the points in a box, by the straight line through the Earth, which orders as the arc does. */
  const nearestIn = (place: Position, reach: number): number => {
    const [x, y, z] = unitVector(place)
    let nearest = -1
    let least = Infinity
    for (const index of tree.range(...discBounds(place, reach))) {
      const at = index * 3
      const chord2 = (vectors[at]! - x) ** 2 + (vectors[at + 1]! - y) ** 2 + (vectors[at + 2]! - z) ** 2
      if (chord2 < least) {
        least = chord2
        nearest = index
      }
    }
    return nearest
  }

  return {
    nearestWithin(place, metres) {
      for (let reach = Math.min(metres, firstLook); ; reach = Math.min(metres, reach * STRIDE)) {
        const nearest = nearestIn(place, reach + ROUNDING)
        const distance = nearest < 0 ? Infinity : greatCircleDistance(place, points[nearest]!)
        // Beyond the reach of this look, its box does not hold all that is nearer.
        if (distance <= reach + ROUNDING) return distance
        if (reach >= metres) return Infinity
      }
    },
  }
}

function unitVector([longitude, latitude]: Position): readonly [number, number, number] {
  const east = longitude! * RADIANS_PER_DEGREE
  const north = latitude! * RADIANS_PER_DEGREE
  const across = Math.cos(north)
  return [across * Math.cos(east), across * Math.sin(east), Math.sin(north)]
}

/** Metres round a place within which some ten points lie, were they spread evenly; at least one. */
function spacing(points: readonly Position[]): number {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const point of points) {
    west = Math.min(west, point[0]!)
    south = Math.min(south, point[1]!)
    east = Math.max(east, point[0]!)
    north = Math.max(north, point[1]!)
  }
  const degree = EARTH_RADIUS * RADIANS_PER_DEGREE
  const width = (east - west) * degree * Math.cos(((south + north) / 2) * RADIANS_PER_DEGREE)
  const height = (north - south) * degree
  return Math.max(1, 2 * Math.sqrt(Math.max(width * height, width, height) / points.length))
}
