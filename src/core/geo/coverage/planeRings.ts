import { FillRule } from 'clipper2-ts'
import { orientedUnion } from '../rings/orientedUnion'
import { snap } from './fieldCover'

/** Lattice steps along the extent, for the clipping library's whole numbers. */
const STEPS = 2 ** 36

/**
 * The clean rings of a MultiPolygon in the plane: even-odd within a part, parts united, no crossings, ground on the left,
 * no repeated positions. As x, y pairs, not closed.
 */
export function planeRings(parts: readonly (readonly (readonly (readonly number[])[])[])[]): Float64Array[] {
  const positions = parts.flat(2)
  if (positions.length === 0) return []
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positions) {
    west = Math.min(west, x!)
    east = Math.max(east, x!)
    south = Math.min(south, y!)
    north = Math.max(north, y!)
  }
  const x0 = Math.round((west + east) / 2)
  const y0 = Math.round((south + north) / 2)
  const scale = Math.min(2 ** 24, 2 ** Math.floor(Math.log2(STEPS / Math.max(east - west, north - south, 1e-3))))
  const toGrid = ([x, y]: readonly number[]) => ({
    x: Math.round((snap(x!) - x0) * scale),
    y: Math.round((snap(y!) - y0) * scale),
  })
  const united = parts.flatMap((rings) =>
    orientedUnion(
      rings.map((ring) => ring.map(toGrid)),
      FillRule.EvenOdd,
    ),
  )
  const paths = parts.length > 1 ? orientedUnion(united, FillRule.NonZero) : united
  return paths.map((path) => Float64Array.from(path.flatMap(({ x, y }) => [x0 + x / scale, y0 + y / scale])))
}
