import { Clipper } from 'clipper2-ts'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { type Bounds, boundsOf } from './boundsOf'
import { type EqualAreaGrid, equalAreaGrid, type GridPath } from './equalAreaGrid'
import type { OutlineWindow } from './footprintOutline'
import { greatCircleDistance } from './greatCircleDistance'
import { polygonPaths } from './rings/polygonPaths'

/** A polygon made ready to be covered: rings read even-odd, parts united. */
export interface PolygonSubject {
  readonly bounds: Bounds
  readonly grid: EqualAreaGrid
  readonly paths: GridPath[]
  /** Even-odd and non-zero areas differ by more than 1e-6: the rings do not say what is inside. */
  readonly ambiguous: boolean
  /** Square metres on the sphere. */
  readonly area: number
  readonly window: OutlineWindow
  /** All positions of all rings. */
  readonly positions: readonly Position[]
}

/** Makes a polygon ready for coverage. Precision follows its own extent, however small or large. */
export function polygonSubject(polygon: Polygon | MultiPolygon): PolygonSubject {
  const bounds = boundsOf(polygon)
  const grid = equalAreaGrid(bounds)
  const rings = polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat()
  const { paths, ambiguous } = polygonPaths(polygon, grid)
  return subjectOfPaths(bounds, grid, paths, ambiguous, rings.flat())
}

export function subjectOfPaths(
  bounds: Bounds,
  grid: EqualAreaGrid,
  paths: GridPath[],
  ambiguous: boolean,
  positions: readonly Position[],
): PolygonSubject {
  const centre = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
  const area = grid.squareMetres(Clipper.areaPaths(paths))
  let reach = 0
  for (const position of positions) reach = Math.max(reach, greatCircleDistance(centre, position))
  return { bounds, grid, paths, ambiguous, area, window: { centre, reach, area }, positions }
}
