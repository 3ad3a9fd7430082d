import { random } from '../random'
import type { RoadLine } from './arrangeRoads'
import { simplify } from './curve'
import { insideRing } from './measure'
import { drawPlaceNames } from './names'
import type { Path, Point } from './plane'
import { core, lakeside, northSouth, warp, warpLine, westEast, zone } from './streetPlan'

interface Rectangle {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** The ring road in the straight plan: a rectangle with round corners, counter-clockwise. */
function ringPath(): Path {
  const { west, south, east, north, corner } = core
  const centres: readonly (readonly [number, number, number])[] = [
    [east - corner, north - corner, 0],
    [west + corner, north - corner, 1],
    [west + corner, south + corner, 2],
    [east - corner, south + corner, 3],
  ]
  return centres.flatMap(([x, y, quarter]) =>
    Array.from({ length: 13 }, (_, index): Point => {
      const angle = ((quarter + index / 12) * Math.PI) / 2
      return [x + Math.cos(angle) * corner, y + Math.sin(angle) * corner]
    }),
  )
}

/** The core's edge in the plane, an open ring. */
export function growRing(): Path {
  const ring = ringPath()
  return ring.flatMap((point, index) => warpLine(point, ring[(index + 1) % ring.length]!).slice(0, -1))
}

/** The longest stretch of the path inside the ring, reaching one vertex beyond it at each end. */
function cutAtRing(path: Path, ring: Path): Path | null {
  const inside = path.map((point) => insideRing(point, ring))
  const first = inside.indexOf(true)
  const last = inside.lastIndexOf(true)
  return first < 0 || last - first < 1 ? null : path.slice(Math.max(0, first - 1), last + 2)
}

/** About how large the blocks of a place are, square metres: finest in the old town, coarse for industry. */
function wantedArea(rectangle: Rectangle): number {
  const x = (rectangle.west + rectangle.east) / 2
  const y = (rectangle.south + rectangle.north) / 2
  if (x < -2300) return 130_000
  if (Math.abs(x + 100) < 900 && Math.abs(y + 1100) < 900) return 17_000
  if (x > 4250) return 85_000
  return 34_000 + Math.sqrt(x * x + y * y) * 7
}

/** Side streets: a superblock is halved, across its longer side, until its parts are of the wanted size. */
function halve(rectangle: Rectangle, stream: ReturnType<typeof random>, depth: number, lines: SideStreet[]): void {
  const { west, south, east, north } = rectangle
  const width = east - west
  const height = north - south
  if (width * height < wantedArea(rectangle) * stream.between(1.2, 2.1) || Math.min(width, height) < 110) return
  const share = stream.between(0.42, 0.58)
  if (width > height) {
    const x = west + width * share
    lines.push({ from: [x, south], to: [x, north], depth })
    halve({ west, south, east: x, north }, stream, depth + 1, lines)
    halve({ west: x, south, east, north }, stream, depth + 1, lines)
  } else {
    const y = south + height * share
    lines.push({ from: [west, y], to: [east, y], depth })
    halve({ west, south, east, north: y }, stream, depth + 1, lines)
    halve({ west, south: y, east, north }, stream, depth + 1, lines)
  }
}

interface SideStreet {
  readonly from: Point
  readonly to: Point
  readonly depth: number
}

function superblocks(area: Rectangle): Rectangle[] {
  const inside = (at: number, low: number, high: number): boolean => at > low && at < high
  const columns = northSouth
    .filter(({ at, from, to }) => inside(at, area.west, area.east) && from < area.north && to > area.south)
    .map(({ at }) => at)
  const rows = westEast
    .filter(({ at, from, to }) => inside(at, area.south, area.north) && from < area.east && to > area.west)
    .map(({ at }) => at)
  const wests = [area.west, ...columns]
  const souths = [area.south, ...rows]
  return wests.flatMap((west, column) =>
    souths.map((south, row): Rectangle => {
      return { west, south, east: columns[column] ?? area.east, north: rows[row] ?? area.north }
    }),
  )
}

/** The streets of the built-up area: ring road, avenues, and side streets within the superblocks between them. */
export function growStreets(): RoadLine[] {
  const ring = growRing()
  const drawName = drawPlaceNames('street-names')
  const lines: RoadLine[] = [
    { zh: '环城路', en: 'Ring Road', class: 'primary', path: simplify([...ring, ring[0]!], 1), reach: 0, spans: true },
  ]
  const add = (line: RoadLine, clipped: boolean): void => {
    const path = clipped ? cutAtRing(line.path, ring) : line.path
    if (path) lines.push({ ...line, path: simplify(path, 1) })
  }
  for (const { at, zh, en, class: roadClass, from, to } of northSouth) {
    add({ zh, en, class: roadClass, path: warpLine([at, from], [at, to]), reach: 60, spans: true }, from === core.south)
  }
  for (const { at, zh, en, class: roadClass, from, to } of westEast) {
    add(
      { zh, en, class: roadClass, path: warpLine([from, at], [to, at]), reach: 60, spans: true },
      from === core.west && to === core.east,
    )
  }
  const stream = random('side-streets')
  for (const area of [core, zone, lakeside]) {
    for (const superblock of superblocks(area)) {
      const sides: SideStreet[] = []
      halve(superblock, stream, 0, sides)
      for (const { from, to, depth } of sides) {
        const { zh, en } = drawName()
        const kind = depth === 0 ? (['tertiary', '街', 'Street'] as const) : (['residential', '巷', 'Lane'] as const)
        const line = {
          zh: zh + kind[1],
          en: `${en} ${kind[2]}`,
          class: kind[0],
          path: warpLine(from, to),
          reach: 25,
          spans: false,
        }
        add(line, area === core)
      }
    }
  }
  return lines
}

/** The development zone's outline in the plane. */
export function growZoneRing(): Path {
  return rectangleRing(zone)
}

/** The lakeside new area's outline in the plane. */
export function growLakesideRing(): Path {
  return rectangleRing(lakeside)
}

function rectangleRing({ west, south, east, north }: Rectangle): Path {
  const corners: Path = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]
  return corners.flatMap((point, index) => warpLine(point, corners[(index + 1) % 4]!).slice(0, -1))
}

/** The plane's position of a point of the straight plan, for placing things on it. */
export const planPoint = warp
