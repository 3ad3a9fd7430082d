import type { Path, Point } from './plane'

/** The rectangle around a path: west, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** The box of a path, grown by `metres` on all sides. */
export function boxOf(path: Path, metres = 0): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of path) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west - metres, south - metres, east + metres, north + metres]
}

export function boxesMeet(one: Box, other: Box): boolean {
  return one[0] <= other[2] && other[0] <= one[2] && one[1] <= other[3] && other[1] <= one[3]
}

export function inBox([x, y]: Point, [west, south, east, north]: Box): boolean {
  return x >= west && x <= east && y >= south && y <= north
}
