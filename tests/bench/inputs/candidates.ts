import Flatbush from 'flatbush'
import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import type { PlaneArea, PlaneCity } from './planeCity'

/** West, south, east, north. */
export type Box = readonly [number, number, number, number]

/** The shortcuts every engine gets: which covers can matter to an area, and whether one of them holds it whole. */
export interface Candidates {
  /** Indices of covers whose disc meets the area's box, in order; null when one disc holds the area. */
  of(area: number): readonly number[] | null
}

/** An index of the covers' boxes, built once beforehand; each question is asked of it anew, inside what is timed. */
export function candidates({ areas, covers }: PlaneCity): Candidates {
  const index = new Flatbush(covers.length)
  for (const { x, y, radius } of covers) index.add(x - radius, y - radius, x + radius, y + radius)
  index.finish()
  const boxes = areas.map(boxOfArea)
  return {
    of(area) {
      const box = boxes[area]!
      const found = index.search(...box, (cover) => reaches(covers[cover]!, box)).sort((a, b) => a - b)
      const outer = areas[area]![0]!
      return found.some((cover) => holds(covers[cover]!, outer)) ? null : found
    },
  }
}

export function reaches({ x, y, radius }: FieldCover, [west, south, east, north]: Box): boolean {
  const outX = Math.max(west - x, 0, x - east)
  const outY = Math.max(south - y, 0, y - north)
  return outX * outX + outY * outY < radius * radius
}

export function boxOfArea(area: PlaneArea): Box {
  const xs = area[0]!.map(([x]) => x)
  const ys = area[0]!.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

/** A full disc is convex: it holds an area when it holds every vertex. */
function holds({ x, y, radius, azimuth }: FieldCover, ring: PlaneArea[number]): boolean {
  return azimuth === null && ring.every(([px, py]) => (px - x) ** 2 + (py - y) ** 2 <= radius * radius)
}
