import type { Position } from 'geojson'
import KDBush from 'kdbush'
import { pointGrid } from './pointGrid'
import { discBounds, EARTH_RADIUS, RADIANS_PER_DEGREE } from './sphere'

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
  const nearestIn = inGrid(points) ?? inTree(points)
  const firstLook = spacing(points)
  return {
    nearestWithin(place, metres) {
      for (let reach = Math.min(metres, firstLook); ; reach = Math.min(metres, reach * STRIDE)) {
        const distance = distanceOf(nearestIn(place, reach + ROUNDING))
        // Beyond the reach of this look, its box does not hold all that is nearer.
        if (distance <= reach + ROUNDING) return distance
        if (reach >= metres) return Infinity
      }
    },
  }
}

/** The least haversine of a place and the points in the box round a reach; Infinity when there is none. */
type NearestIn = (place: Position, reach: number) => number

function inGrid(points: readonly Position[]): NearestIn | null {
  const grid = pointGrid(points)
  if (!grid) return null
  const { places, runs, runsIn } = grid
  return (place, reach) => {
    const [west, south, east, north] = discBounds(place, reach)
    let least = Infinity
    const written = runsIn(west, south, east, north)
    for (let run = 0; run < written; run += 2) {
      for (let at = runs[run]! * 2; at < runs[run + 1]! * 2; at += 2) {
        const x = places[at]!
        const y = places[at + 1]!
        if (x < west || x > east || y < south || y > north) continue
        least = Math.min(least, haversine(place, x, y))
      }
    }
    return least
  }
}

function inTree(points: readonly Position[]): NearestIn {
  const tree = new KDBush(points.length)
  for (const point of points) tree.add(point[0]!, point[1]!)
  tree.finish()
  return (place, reach) => {
    let least = Infinity
    for (const index of tree.range(...discBounds(place, reach))) {
      least = Math.min(least, haversine(place, points[index]![0]!, points[index]![1]!))
    }
    return least
  }
}

function haversine([longitude, latitude]: Position, x: number, y: number): number {
  const from = latitude! * RADIANS_PER_DEGREE
  const to = y * RADIANS_PER_DEGREE
  const sinLatitude = Math.sin((to - from) / 2)
  const sinLongitude = Math.sin(((x - longitude!) * RADIANS_PER_DEGREE) / 2)
  return sinLatitude ** 2 + Math.cos(from) * Math.cos(to) * sinLongitude ** 2
}

/** Metres; as `greatCircleDistance` has it. */
function distanceOf(haversine: number): number {
  return haversine === Infinity
    ? Infinity
    : 2 * EARTH_RADIUS * Math.atan2(Math.sqrt(haversine), Math.sqrt(1 - haversine))
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
