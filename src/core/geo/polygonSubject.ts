import { Clipper } from 'clipper2-ts'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { type Bounds, boundsOf } from './boundsOf'
import { snap } from './coverage/fieldCover'
import { type FieldSubject, subjectOfRings } from './coverage/fieldSubject'
import { SQUARE_METRES } from './edges/lattice'
import { layersOf, layersOfPaths } from './edges/layersOf'
import { type Ground, overlay } from './edges/overlay'
import { type EqualAreaGrid, equalAreaGrid, type GridPath } from './equalAreaGrid'
import type { OutlineWindow } from './footprintOutline'
import type { LocalPlane } from './localPlane'
import { AMBIGUITY, polygonPaths } from './rings/paths'
import { withoutSpikes } from './rings/ring'
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

/** A polygon made ready to be covered: rings read even-odd, parts united. What only some answers need is made when asked for. */
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
  /** The same ground by the layers of its edges. */
  readonly ground: Ground
  /** How many positions it was made from. */
  readonly corners: number
}

/** More corners than this are read by their edges; fewer by the clipping library. */
export const MANY_CORNERS = 500

/** Makes a polygon ready for coverage. Precision follows its own extent, however small or large. */
export function polygonSubject(polygon: Polygon | MultiPolygon): PolygonSubject {
  const bounds = boundsOf(polygon)
  const grid = equalAreaGrid(bounds)
  const rings = polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat()
  const corners = cornersOf(polygon)
  const ground = once((): Ground => ({ parts: layersOf(polygon), limits: null }))
  const byEdges = corners > MANY_CORNERS ? readByEdges(ground()) : null
  if (!byEdges) {
    const { paths, ambiguous } = polygonPaths(polygon, grid)
    return subjectOfPaths(bounds, grid, paths, ambiguous, rings.flat(), ground)
  }
  return lazySubject({
    bounds,
    grid,
    ...byEdges,
    paths: once(() => plainPaths(rings, ground(), grid) ?? polygonPaths(polygon, grid).paths),
    positions: once(() => rings.flat()),
    ground,
    corners,
  })
}

export function cornersOf(polygon: Polygon | MultiPolygon): number {
  const parts = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates
  return parts.reduce((sum, rings) => rings.reduce((more, ring) => more + ring.length, sum), 0)
}

/** The rings as they are, outer ones counter-clockwise and holes clockwise; null where they are not plainly that. */
function plainPaths(rings: readonly Position[][], { parts }: Ground, grid: EqualAreaGrid): GridPath[] | null {
  const [only] = parts
  if (!only || only.windings.length !== rings.length || only.own.count > 0) return null
  if (only.windings.some((winding) => winding !== 1)) return null
  const paths: GridPath[] = []
  for (const [index, ring] of rings.entries()) {
    const path = withoutSpikes(ring.map(grid.toGrid))
    if (path.length > 2) paths.push(Clipper.isPositive(path) === (index === 0) ? path : path.reverse())
  }
  return paths
}

/** Null where the edges do not say. */
function readByEdges(ground: Ground): { readonly area: number; readonly ambiguous: boolean } | null {
  const { parts } = ground
  if (parts.some(({ cleaned }) => cleaned)) return null
  const [only] = parts
  const found = only && parts.length === 1 ? { area: only.area, closed: only.sound } : overlay(ground, [])
  if (!found.closed) return null
  return {
    area: found.area * SQUARE_METRES,
    ambiguous: parts.some(({ area, nonZeroArea }) => Math.abs(area - nonZeroArea) > AMBIGUITY * nonZeroArea),
  }
}

/** Many polygons as one subject, cut to limits, if there are any; null where their edges do not say how large it is. */
export function joinedSubject(
  bounds: Bounds,
  polygons: readonly (Polygon | MultiPolygon)[],
  limits: readonly (Polygon | MultiPolygon)[] | null,
  paths: () => GridPath[],
): PolygonSubject | null {
  const ground = { parts: polygons.flatMap(layersOf), limits: limits === null ? null : limits.flatMap(layersOf) }
  const found = ground.parts.length > 0 ? overlay(ground, []) : null
  if (!found?.closed) return null
  return lazySubject({
    bounds,
    grid: equalAreaGrid(bounds),
    area: found.area * SQUARE_METRES,
    ambiguous: false,
    paths: once(paths),
    positions: once(() =>
      polygons.flatMap((polygon) =>
        (polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat()).flat(),
      ),
    ),
    ground: () => ground,
    corners: polygons.reduce((sum, polygon) => sum + cornersOf(polygon), 0),
  })
}

export function subjectOfPaths(
  bounds: Bounds,
  grid: EqualAreaGrid,
  paths: GridPath[],
  ambiguous: boolean,
  positions: readonly Position[],
  ground: () => Ground = once(() => ({ parts: layersOfPaths(paths, grid), limits: null })),
): PolygonSubject {
  return lazySubject({
    bounds,
    grid,
    area: grid.squareMetres(Clipper.areaPaths(paths)),
    ambiguous,
    paths: () => paths,
    positions: () => positions,
    ground,
    corners: positions.length,
  })
}

type Lazy = 'paths' | 'positions' | 'ground'

function lazySubject(
  made: Omit<PolygonSubject, Lazy | 'window'> & { readonly [Each in Lazy]: () => PolygonSubject[Each] },
): PolygonSubject {
  const { bounds, area, paths, positions, ground } = made
  const window = once((): OutlineWindow => {
    const centre = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
    let reach = 0
    for (const position of positions()) reach = Math.max(reach, greatCircleDistance(centre, position))
    return { centre, reach, area }
  })
  return {
    ...made,
    get paths() {
      return paths()
    },
    get positions() {
      return positions()
    },
    get ground() {
      return ground()
    },
    get window() {
      return window()
    },
  }
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null
  return () => {
    found ??= { value: find() }
    return found.value
  }
}
