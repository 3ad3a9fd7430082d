import { random } from '../random'
import type { RoadLine } from './arrangeRoads'
import { simplify } from './curve'
import type { TownPlan } from './growTowns'
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

/** Streets of the town seats: a few rows and columns along the main road that passes, slightly bent. */
export function growTownStreets(towns: readonly TownPlan[], roads: readonly RoadLine[]): TownCentre[] {
  const drawName = drawPlaceNames('town-street-names')
  return towns
    .filter(({ kind }) => kind === 'town')
    .map(({ code, seat }): TownCentre => {
      const stream = random(`town-${code}`)
      const [along, across] = mainDirection(seat, roads)
      const place = (u: number, v: number): Point => {
        const point: Point = [seat[0] + along * u - across * v, seat[1] + across * u + along * v]
        return [point[0] + noise(point, 900, 61) * 45, point[1] + noise(point, 900, 62) * 45]
      }
      const straight = (from: Point, to: Point): Path =>
        Array.from({ length: 13 }, (_, index) =>
          place(from[0] + ((to[0] - from[0]) * index) / 12, from[1] + ((to[1] - from[1]) * index) / 12),
        )
      const offsets = (count: number, step: number): number[] => {
        const middle = stream.between(0.35, 0.65)
        return Array.from({ length: count }, (_, index) => (index - count * middle) * step * stream.between(0.93, 1.07))
      }
      const columns = offsets(stream.whole(4, 6), stream.between(210, 270)).sort((a, b) => a - b)
      const souths = [-stream.between(190, 240), -stream.between(400, 470)]
      const norths = [stream.between(180, 230), stream.between(390, 460), stream.between(600, 680)]
      const rows = [...souths.slice(0, stream.whole(1, 2)), ...norths.slice(0, stream.whole(2, 3))].sort(
        (a, b) => a - b,
      )
      const west = columns[0]!
      const east = columns.at(-1)!
      const south = rows[0]!
      const north = rows.at(-1)!
      const name = (middle: boolean): Pick<RoadLine, 'zh' | 'en' | 'class' | 'reach' | 'spans'> => {
        const { zh, en } = drawName()
        return middle
          ? { zh: `${zh}路`, en: `${en} Road`, class: 'secondary', reach: 20, spans: true }
          : { zh: `${zh}街`, en: `${en} Street`, class: 'tertiary', reach: 20, spans: true }
      }
      const lines = [
        ...columns.map((u, index) => ({
          ...name(index === Math.floor(columns.length / 2)),
          path: simplify(straight([u, south], [u, north]), 1),
        })),
        ...rows.map((v, index) => ({ ...name(index === 1), path: simplify(straight([west, v], [east, v]), 1) })),
      ]
      const corners: readonly Point[] = [
        [west - 25, south - 25],
        [east + 25, south - 25],
        [east + 25, north + 25],
        [west - 25, north + 25],
      ]
      const ring = corners.flatMap((corner, index) => straight(corner, corners[(index + 1) % 4]!).slice(0, -1))
      return { code, ring, lines }
    })
}
