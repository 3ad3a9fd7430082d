import { Clipper, FillRule } from 'clipper2-ts'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { EqualAreaGrid, GridPath } from '../equalAreaGrid'
import { orientedUnion } from './orientedUnion'
import { convexRing, type FlatRing, flatRing } from './ring'

/** A ring as the clipping library takes it, its corners rounded to whole steps. */
export function pathOfRing(ring: FlatRing): GridPath {
  const path: GridPath = []
  for (let i = 0; i < ring.length; i += 2) path.push({ x: Math.round(ring[i]!), y: Math.round(ring[i + 1]!) })
  return path
}

/** A path of the clipping library as a flat ring. */
export function ringOfPath(path: GridPath): FlatRing {
  const ring: number[] = []
  for (const { x, y } of path) ring.push(x, y)
  return ring
}

export interface PolygonPaths {
  /** Outer rings counter-clockwise, holes clockwise, no crossings: fit for the non-zero rule. */
  readonly paths: GridPath[]
  /** Even-odd and non-zero reading of some part differ in area by more than 1e-6 of it. */
  readonly ambiguous: boolean
}

/** Share of a part's area by which its two readings may differ. */
export const AMBIGUITY = 1e-6

/**
 * Reads a polygon's rings even-odd (holes are outside) and unites the parts of a MultiPolygon. Winding as given does not
 * matter.
 */
export function polygonPaths(polygon: Polygon | MultiPolygon, grid: EqualAreaGrid): PolygonPaths {
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  const united: GridPath[] = []
  let ambiguous = false
  for (const rings of parts) {
    const convex = convexPath(rings, grid)
    if (convex) {
      united.push(convex)
      continue
    }
    const paths = rings.map((ring, index) => {
      const path = ring.map(grid.toGrid)
      return Clipper.isPositive(path) === (index === 0) ? path : path.reverse()
    })
    const evenOdd = orientedUnion(paths, FillRule.EvenOdd)
    const nonZeroArea = Clipper.areaPaths(orientedUnion(paths, FillRule.NonZero))
    if (Math.abs(Clipper.areaPaths(evenOdd) - nonZeroArea) > AMBIGUITY * nonZeroArea) ambiguous = true
    united.push(...evenOdd)
  }
  return { paths: parts.length > 1 ? orientedUnion(united, FillRule.NonZero) : united, ambiguous }
}

/** A part of one small convex ring, such as a map sheet, needs no uniting. */
function convexPath(rings: readonly Position[][], grid: EqualAreaGrid): GridPath | null {
  const [only] = rings
  const convex = only && rings.length === 1 ? convexRing(flatRing(only, grid)) : null
  return convex && pathOfRing(convex)
}
