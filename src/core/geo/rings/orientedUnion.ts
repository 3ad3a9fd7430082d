import { Clipper, ClipType, FillRule, type PolyPath64, PolyTree64 } from 'clipper2-ts'
import type { GridPath } from '../equalAreaGrid'
import { areaOfBands, bandsOfPaths, type Trapezium } from './bandsOfPaths'
import { withoutSpikes } from './ring'

/** Areas that differ by no more than this share are the same: corners are rounded to whole steps. */
const SAME_AREA = 1e-9
/** Paths with more points than this are not judged: it takes the square of their number. */
const MOST_JUDGED = 3000

/**
 * Unites paths under a fill rule: outer rings counter-clockwise, holes clockwise, by how they nest.
 *
 * Where paths cross, touch or lie in each other the clipping library is now and then wrong by a whole piece, mostly not
 * with the axes exchanged. So what it makes of anything but plain rings is held against an area found another way; when
 * neither reading has it, the ground is given as the trapezia it was found from.
 */
export function orientedUnion(paths: readonly GridPath[], rule: FillRule.EvenOdd | FillRule.NonZero): GridPath[] {
  const clean = paths.map(withoutSpikes).filter((path) => path.length > 2)
  if (clean.length === 0) return []
  const united = unite(clean, rule)
  if (isPlain(clean, united) || clean.reduce((sum, path) => sum + path.length, 0) > MOST_JUDGED) return united
  const bands = bandsOfPaths(clean, rule === FillRule.EvenOdd ? 'even-odd' : 'non-zero')
  const area = areaOfBands(bands)
  const right = (rings: readonly GridPath[]) => Math.abs(Clipper.areaPaths([...rings]) - area) <= SAME_AREA * area
  if (right(united)) return united
  const turned = unite(clean.map(exchanged), rule).map((ring) => exchanged(ring).reverse())
  return right(turned) ? turned : bands.map(ringOfBand).filter((ring) => Clipper.area(ring) > 0)
}

function unite(paths: readonly GridPath[], rule: FillRule): GridPath[] {
  const tree = new PolyTree64()
  Clipper.booleanOpWithPolyTree(ClipType.Union, [...paths], [], tree, rule)
  const rings: GridPath[] = []
  const visit = (node: PolyPath64, outer: boolean) => {
    const ring = node.poly
    if (ring && ring.length > 2) rings.push(Clipper.isPositive(ring) === outer ? ring : ring.reverse())
    for (let i = 0; i < node.count; i++) visit(node.child(i), !outer)
  }
  for (let i = 0; i < tree.count; i++) visit(tree.child(i), true)
  return rings
}

/**
 * Whether all rings came through as they were: a ring with holes in it, or rings apart that are wound as they nest. Any
 * crossing or overlap would show in the area.
 */
function isPlain(paths: readonly GridPath[], united: readonly GridPath[]): boolean {
  if (paths.length !== united.length) return false
  const areas = paths.map((path) => Clipper.area(path))
  const holed = areas.reduce((sum, area, index) => sum + (index === 0 ? Math.abs(area) : -Math.abs(area)), 0)
  const wound = Math.abs(areas.reduce((sum, area) => sum + area, 0))
  const found = Clipper.areaPaths([...united])
  return [holed, wound].some((area) => Math.abs(found - area) <= SAME_AREA * area)
}

const exchanged = (path: GridPath): GridPath => path.map(({ x, y }) => ({ x: y, y: x }))

function ringOfBand({ low, high, lowWest, lowEast, highWest, highEast }: Trapezium): GridPath {
  return [
    { x: lowWest, y: low },
    { x: lowEast, y: low },
    { x: highEast, y: high },
    { x: highWest, y: high },
  ].map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
}
