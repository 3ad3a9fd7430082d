import { Clipper, FillRule } from 'clipper2-ts'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Bounds } from './boundsOf'
import { type EqualAreaGrid, equalAreaGrid, type GridPath } from './equalAreaGrid'
import { type PolygonSubject, subjectOfPaths } from './polygonSubject'
import { orientedUnion } from './rings/orientedUnion'
import { polygonPaths } from './rings/paths'

type Areas = readonly (Polygon | MultiPolygon)[]

/** The paths of the union of areas, cut to the union of each of the limits. */
export function pathsWithin(areas: Areas, limits: readonly Areas[], grid: EqualAreaGrid): GridPath[] {
  const pathsOf = (area: Polygon | MultiPolygon) => polygonPaths(area, grid).paths
  const paths = areas.flatMap(pathsOf)
  const united = areas.length > 1 ? orientedUnion(paths, FillRule.NonZero) : paths
  return limits.reduce(
    (left, limit) => orientedUnion(Clipper.intersect(left, limit.flatMap(pathsOf), FillRule.NonZero), FillRule.NonZero),
    united,
  )
}

/**
 * The union of areas cut to limits, ready to be covered; null where nothing is left.
 * @param bounds of one of the limits, for which it is exact.
 */
export function groundWithin(areas: Areas, limits: readonly Areas[], bounds: Bounds): PolygonSubject | null {
  const grid = equalAreaGrid(bounds)
  const paths = pathsWithin(areas, limits, grid)
  if (paths.length === 0) return null
  const positions = paths.flatMap((path) => path.map(grid.toPosition))
  const subject = subjectOfPaths(bounds, grid, paths, false, positions)
  return subject.area > 0 ? subject : null
}
