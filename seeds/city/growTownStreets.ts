import { type Random, random } from '../random'
import type { RoadLine } from './arrangeRoads'
import { inflate, intersect, outers } from './clip'
import { simplify } from './curve'
import type { TownPlan } from './growTowns'
import { blob } from './growWater'
import { longestInside } from './longestInside'
import { distance } from './measure'
import { drawPlaceNames } from './names'
import { noise } from './noise'
import type { Path, Point } from './plane'

/** The small street net of one town seat, and the outline it fills. */
export interface TownCentre {
  readonly code: string
  readonly ring: Path
  readonly lines: readonly RoadLine[]
}

/** Larger seats: the mining and industrial towns near the city. */
const large = new Set(['370883104', '370883105', '370883106', '370883107'])

/** Direction of the nearest main road at the seat, a unit vector. */
function mainDirection(seat: Point, roads: readonly RoadLine[]): Point {
  let best: Point = [1, 0]
  let least = Number.POSITIVE_INFINITY
  for (const { path, class: roadClass } of roads) {
    if (roadClass === 'motorway') continue
    for (let index = 1; index < path.length; index++) {
      const a = path[index - 1]!
      const b = path[index]!
      const away = distance(seat, [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
      const length = distance(a, b)
      if (away < least && length > 1) {
        least = away
        best = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
      }
    }
  }
  return best
}

/** Offsets of parallel streets on both sides of the main road, which runs at 0. */
function offsets(stream: Random, reach: number, step: number, first: number): number[] {
  const side = (sign: number): number[] => {
    const found: number[] = []
    for (let at = first * stream.between(0.85, 1.15); at < reach; at += step * stream.between(0.85, 1.15)) {
      found.push(at * sign)
    }
    return found
  }
  return [...side(-1), ...side(1)].sort((a, b) => a - b)
}

/** Streets of the town seats: rows along the main road that passes and columns across it, within an organic outline. */
export function growTownStreets(towns: readonly TownPlan[], roads: readonly RoadLine[], boundary: Path): TownCentre[] {
  const within = inflate([boundary], -60)
  const drawName = drawPlaceNames('town-street-names')
  return towns
    .filter(({ kind }) => kind === 'town')
    .map(({ code, seat }, order): TownCentre => {
      const stream = random(`town-${code}`)
      const [east, north] = mainDirection(seat, roads)
      const place = ([u, v]: Point): Point => {
        const point: Point = [seat[0] + east * u - north * v, seat[1] + north * u + east * v]
        return [point[0] + noise(point, 900, 61) * 45, point[1] + noise(point, 900, 62) * 45]
      }
      const radius = large.has(code) ? stream.between(880, 1000) : stream.between(580, 720)
      const whole = blob([0, 0], radius, 1.15, 700 + order * 5, 0.22).map(place)
      const ring = outers(intersect([whole], within))[0]!
      const street = (from: Point, to: Point, main: boolean): RoadLine => {
        const straight = Array.from({ length: 61 }, (_, index) =>
          place([from[0] + ((to[0] - from[0]) * index) / 60, from[1] + ((to[1] - from[1]) * index) / 60]),
        )
        const { zh, en } = drawName()
        const path = simplify(longestInside(straight, ring), 1)
        return main
          ? { zh: `${zh}路`, en: `${en} Road`, class: 'secondary', path, reach: 35, spans: true }
          : { zh: `${zh}街`, en: `${en} Street`, class: 'tertiary', path, reach: 35, spans: false }
      }
      const wide = radius * 1.5
      const columns = offsets(stream, radius * 1.1, 310, 150)
      const rows = offsets(stream, radius * 0.85, 270, 220)
      const lines = [
        ...columns.map((u, index) => street([u, -wide], [u, wide], index === Math.floor(columns.length / 2))),
        ...rows.map((v) => street([-wide, v], [wide, v], false)),
      ].filter(({ path }) => path.length > 1)
      return { code, ring, lines }
    })
}
