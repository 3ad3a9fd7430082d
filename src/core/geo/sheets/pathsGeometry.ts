import { Clipper, ClipType, FillRule, type PolyPath64, PolyTree64 } from 'clipper2-ts'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { EqualAreaGrid, GridPath } from '../equalAreaGrid'

/**
 * Rings on a grid, less others, both read by the non-zero rule, as one GeoJSON geometry with closed rings, outer ones counter-clockwise, positions rounded to 1e-9 degrees
 * (0.1 mm). Neighbours with a common edge are united; a ring that rounding leaves without area is dropped. Null when
 * nothing is left.
 */
export function pathsGeometry(
  paths: GridPath[],
  grid: EqualAreaGrid,
  without: GridPath[] = [],
): Polygon | MultiPolygon | null {
  const tree = new PolyTree64()
  Clipper.booleanOpWithPolyTree(ClipType.Difference, paths, without, tree, FillRule.NonZero)
  const polygons: Position[][][] = []
  const visit = (outer: PolyPath64) => {
    const holes = children(outer)
    const ring = ringOf(outer, true, grid)
    if (ring) polygons.push([ring, ...holes.map((hole) => ringOf(hole, false, grid)).filter((hole) => hole !== null)])
    for (const hole of holes) children(hole).forEach(visit)
  }
  children(tree).forEach(visit)
  const [first] = polygons
  if (!first) return null
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function children(node: PolyPath64): PolyPath64[] {
  return Array.from({ length: node.count }, (_, index) => node.child(index))
}

/** Closed ring without repeated positions, outer ones counter-clockwise, or null when too few are left. */
function ringOf(node: PolyPath64, outer: boolean, grid: EqualAreaGrid): Position[] | null {
  const ring: Position[] = []
  const path = node.poly ?? []
  for (const point of Clipper.isPositive(path) === outer ? path : path.toReversed()) {
    const [longitude, latitude] = grid.toPosition(point).map((degrees) => Math.round(degrees * 1e9) / 1e9)
    const last = ring.at(-1)
    if (!last || last[0] !== longitude || last[1] !== latitude) ring.push([longitude!, latitude!])
  }
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last) return null
  if (ring.length > 1 && first[0] === last[0] && first[1] === last[1]) ring.pop()
  return ring.length >= 3 ? [...ring, first] : null
}
