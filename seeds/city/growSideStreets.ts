import type { Random } from '../random'
import type { Point } from './plane'
import { northSouth, type Quarter, westEast } from './streetPlan'

interface Rectangle {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/** A side street in the straight plan; depth 0 halves a whole superblock. */
export interface SideStreet {
  readonly from: Point
  readonly to: Point
  readonly depth: number
}

/** About how large the blocks of a place are, square metres: finest in the old town, coarse for industry. */
function wantedArea({ west, south, east, north }: Rectangle): number {
  const x = (west + east) / 2
  const y = (south + north) / 2
  if (x < -2300) return 160_000
  if (Math.abs(x + 100) < 900 && Math.abs(y + 1100) < 900) return 20_000
  if (x > 4400) return 110_000
  return 54_000 + Math.sqrt(x * x + y * y) * 11
}

/** Halves a superblock across its longer side until its parts are of the wanted size. */
function halve(rectangle: Rectangle, stream: Random, depth: number, streets: SideStreet[]): void {
  const { west, south, east, north } = rectangle
  const width = east - west
  const height = north - south
  if (width * height < wantedArea(rectangle) * stream.between(1.2, 2.1) || Math.min(width, height) < 120) return
  const share = stream.between(0.42, 0.58)
  if (width > height) {
    const x = west + width * share
    streets.push({ from: [x, south], to: [x, north], depth })
    halve({ west, south, east: x, north }, stream, depth + 1, streets)
    halve({ west: x, south, east, north }, stream, depth + 1, streets)
  } else {
    const y = south + height * share
    streets.push({ from: [west, y], to: [east, y], depth })
    halve({ west, south, east, north: y }, stream, depth + 1, streets)
    halve({ west, south: y, east, north }, stream, depth + 1, streets)
  }
}

/** The rectangles between the avenues that pass through a quarter. */
function superblocks({ outline }: Quarter): Rectangle[] {
  const xs = outline.map(([x]) => x)
  const ys = outline.map(([, y]) => y)
  const area = { west: Math.min(...xs), south: Math.min(...ys), east: Math.max(...xs), north: Math.max(...ys) }
  const overlap = (from: number, to: number, low: number, high: number): boolean =>
    Math.min(to, high) - Math.max(from, low) > (high - low) * 0.6
  const columns = northSouth
    .filter(({ at, from, to }) => at > area.west && at < area.east && overlap(from, to, area.south, area.north))
    .map(({ at }) => at)
  const rows = westEast
    .filter(({ at, from, to }) => at > area.south && at < area.north && overlap(from, to, area.west, area.east))
    .map(({ at }) => at)
  return [area.west, ...columns].flatMap((west, column) =>
    [area.south, ...rows].map((south, row): Rectangle => {
      return { west, south, east: columns[column] ?? area.east, north: rows[row] ?? area.north }
    }),
  )
}

/** All side streets of a quarter, not yet cut at its outline. */
export function growSideStreets(quarter: Quarter, stream: Random): SideStreet[] {
  const streets: SideStreet[] = []
  for (const superblock of superblocks(quarter)) halve(superblock, stream, 0, streets)
  return streets
}
