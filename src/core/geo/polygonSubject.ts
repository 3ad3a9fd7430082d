import { Clipper } from 'clipper2-ts'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { type Bounds, boundsOf } from './boundsOf'
import { snap } from './coverage/fieldCover'
import { type FieldSubject, subjectOfRings } from './coverage/fieldSubject'
import { type EqualAreaGrid, equalAreaGrid, type GridPath } from './equalAreaGrid'
import type { OutlineWindow } from './footprintOutline'
import type { LocalPlane } from './localPlane'
import { polygonPaths } from './rings/paths'
import { greatCircleDistance } from './sphere'

/** Metres: a longer edge is parted, so that each part is a chord with a small bulge. */
const LONGEST = 2000

const made = new WeakMap<PolygonSubject, { readonly plane: LocalPlane; readonly subject: FieldSubject }>()

/**
 * A polygon in a local plane. Its edges are straight in (longitude, sin latitude), which in the plane bulges: by a
 * millimetre on 300 m. Kept for the plane it was last asked for.
 */
export function planeSubject(polygon: PolygonSubject, plane: LocalPlane): FieldSubject {
  const known = made.get(polygon)
  if (known?.plane === plane) return known.subject
  const rings = polygon.paths.map((path) => planeRing(path, polygon, plane))
  const subject = subjectOfRings(
    rings.map(({ ring }) => ring),
    plane.curvature,
    rings.map(({ bulges }) => bulges),
  )
  made.set(polygon, { plane, subject })
  return subject
}

function planeRing(
  path: GridPath,
  { grid }: PolygonSubject,
  plane: LocalPlane,
): { ring: Float64Array; bulges: Float64Array } {
  const at = (x: number, y: number) => plane.toPlane(grid.toPosition({ x, y })).map(snap)
  const ring: number[] = []
  const bulges: number[] = []
  for (const [index, from] of path.entries()) {
    const to = path[(index + 1) % path.length]!
    const [ax, ay] = at(from.x, from.y)
    const [bx, by] = at(to.x, to.y)
    const pieces = Math.max(1, Math.ceil(Math.hypot(bx! - ax!, by! - ay!) / LONGEST))
    let [x0, y0] = [ax!, ay!]
    for (let piece = 1; piece <= pieces; piece++) {
      const share = piece / pieces
      const [x1, y1] =
        piece === pieces ? [bx!, by!] : at(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
      const middle = (piece - 0.5) / pieces
      const [mx, my] = plane.toPlane(
        grid.toPosition({ x: from.x + (to.x - from.x) * middle, y: from.y + (to.y - from.y) * middle }),
      )
      const [dx, dy] = [x1! - x0, y1! - y0]
      const length = Math.hypot(dx, dy)
      ring.push(x0, y0)
      bulges.push(length > 0 ? ((mx - (x0 + x1!) / 2) * dy - (my - (y0 + y1!) / 2) * dx) / length : 0)
      x0 = x1!
      y0 = y1!
    }
  }
  return { ring: Float64Array.from(ring), bulges: Float64Array.from(bulges) }
}

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
