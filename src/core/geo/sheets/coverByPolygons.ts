import { Clipper, FillRule } from 'clipper2-ts'
import type { MultiPolygon, Polygon } from 'geojson'
import type { Bounds } from '../boundsOf'
import { coverByEdges } from '../edges/coverByEdges'
import type { GridPath } from '../equalAreaGrid'
import { insidePolygon } from '../inside'
import type { PolygonCoverage } from '../polygonCoverage'
import { cornersOf, type PolygonSubject } from '../polygonSubject'
import { areaOfBands, bandsOfPaths } from '../rings/bandsOfPaths'
import { pathOfRing, ringOfPath } from '../rings/paths'
import { boxOfRings, type FlatRing, type GridBox, ringArea, thinRings } from '../rings/ring'
import { edgesMeet, holdsBox, isRectangle } from './boxes'
import { partRings, splitCut, subtractConvex } from './cutRings'
import { boxCover, type GridCover, gridBoxes, gridCovers, mergeRows } from './gridCover'
import { pathsGeometry } from './pathsGeometry'

export interface PolygonCover {
  readonly polygon: Polygon | MultiPolygon
  readonly bounds: Bounds
}

/** A gap below this share of the subject is rounding, not ground. */
const ROUNDING = 1e-9
/** So few covers are taken away one by one. */
const FEW = 4
/** Tiles with more corners than this are not judged: it takes the square of their number. */
const MOST_JUDGED = 1000

/** More pieces of a gap than this, and than a quarter of the covers, are not united. */
const MANY = 32

/**
 * Whether a cut helps: the covers of both sides together must not be many more than those of the tile. Convex ones are
 * cheap to look at again, and a small tile is soon held by one of them.
 */
function helps(sides: number, { near }: Tile): boolean {
  const convex = near.every(({ kind }) => kind !== 'rings')
  return sides <= (convex ? 1.7 * near.length : 1.2 * near.length + 4)
}

/**
 * How much of a subject the union of polygons covers, and what it leaves open, without making that union. The subject is
 * parted along sides of its covers until a tile is held by one of them or open to none, which needs no clipping; where
 * neither comes about, the few covers at hand are taken away from the tile. Tiles meet on whole steps of the subject's
 * grid, so the areas of their open pieces add up. Exact but for pieces thinner than two steps (2⁻³⁴ of the subject's
 * extent at most), which do not count, and, against polygons that are not convex, the rounding of corners to whole
 * steps. `gap` null where it was not wanted, too.
 */
export function coverByPolygons(
  subject: PolygonSubject,
  polygons: readonly PolygonCover[],
  { gap }: { readonly gap: boolean } = { gap: true },
): PolygonCoverage {
  const near = polygonsNear(subject, polygons)
  if (!near) return whole(subject)
  const edges = isHeavy(subject, near) ? coverByEdges(subject.ground, subject.area, near.all.map(polygonOf)) : null
  if (edges) {
    const { drawGap, ...numbers } = edges
    if (!gap || numbers.uncovered === 0) return { ...numbers, gap: null }
    return { ...numbers, gap: drawGap() ?? coverByTiles(subject, near, true).gap }
  }
  return coverByTiles(subject, near, gap)
}

/** Subject and covers of more corners than this together are measured by their edges, fewer by tiles. */
const MANY_CORNERS = 200

/**
 * Many corners, and what tiles would leave to the clipping library. Where straight lines cut a whole series of covers, as with
 * map sheets, tiles are quicker however many corners the subject has.
 */
function isHeavy({ corners }: PolygonSubject, { rectangles, others }: NearCovers): boolean {
  if (corners > MANY_CORNERS && rectangles.length + others.length < SERIES) return true
  let sum = corners + 5 * rectangles.length
  let plain = true
  for (const polygon of others) {
    const own = cornersOf(polygon)
    if (own > FEW_CORNERS) plain = false
    sum += own
  }
  return sum > MANY_CORNERS && !plain
}

/** So many covers are a series. */
const SERIES = 50

/** A cover of no more positions is cut by straight lines. */
const FEW_CORNERS = 12

const polygonOf = ({ polygon }: PolygonCover) => polygon

/** By tiles. */
function coverByTiles(subject: PolygonSubject, near: NearCovers, gap: boolean): PolygonCoverage {
  const covers = coversOf(subject, near)
  const open: OpenPiece[] = []
  settle(tileOf(subject.paths.map(ringOfPath), covers), open)
  let steps = 0
  for (const { rings, area } of open) steps += area ?? areaOf(rings)
  const uncovered = subject.grid.squareMetres(steps)
  if (uncovered <= ROUNDING * subject.area) return whole(subject)
  const covered = Math.max(0, subject.area - uncovered)
  const share = covered <= ROUNDING * subject.area ? 0 : covered / subject.area
  return {
    share,
    covered: share * subject.area,
    uncovered: (1 - share) * subject.area,
    gap: gap ? drawGap(subject, covers, open) : null,
  }
}

interface NearCovers {
  /** Bounds of covers that are no more than those. */
  readonly rectangles: readonly Bounds[]
  readonly others: readonly (Polygon | MultiPolygon)[]
  readonly all: readonly PolygonCover[]
}

/** The covers that may meet a subject; null when one of them plainly holds all of it. */
function polygonsNear({ bounds: own }: PolygonSubject, polygons: readonly PolygonCover[]): NearCovers | null {
  const [west, south, east, north] = own
  // A corner might lie on an edge that just does not meet the bounds.
  const middle = [(west + east) / 2, (south + north) / 2]
  const rectangles: Bounds[] = []
  const others: (Polygon | MultiPolygon)[] = []
  const all: PolygonCover[] = []
  for (const cover of polygons) {
    const { polygon, bounds } = cover
    if (bounds[0] >= east || bounds[2] <= west || bounds[1] >= north || bounds[3] <= south) continue
    if (isRectangle(polygon, bounds)) {
      if (bounds[0] <= west && bounds[1] <= south && bounds[2] >= east && bounds[3] >= north) return null
      rectangles.push(bounds)
      all.push(cover)
    } else if (cornersOf(polygon) > MANY_CORNERS || edgesMeet(polygon, own)) {
      others.push(polygon)
      all.push(cover)
    } else if (insidePolygon(middle, polygon)) return null
  }
  return { rectangles, others, all }
}

/** Covers on a subject's grid. */
function coversOf({ grid }: PolygonSubject, { rectangles, others }: NearCovers): GridCover[] {
  const covers = others.flatMap((polygon) => gridCovers(polygon, grid))
  for (const box of mergeRows(gridBoxes(rectangles, grid))) covers.push(boxCover(box))
  return covers
}

function whole({ area }: PolygonSubject): PolygonCoverage {
  return { share: 1, covered: area, uncovered: 0, gap: null }
}

/** A part of the subject, its box, and the covers that meet it. */
interface Tile {
  readonly rings: readonly FlatRing[]
  readonly box: GridBox
  readonly near: readonly GridCover[]
}

/** Ground that covers leave. */
interface OpenPiece {
  readonly rings: readonly FlatRing[]
  /** Square grid steps, where it is not that of the rings. */
  readonly area?: number
  /** The tile to cut anew for drawing, where slanted cuts would show as hairlines between the rings. */
  readonly tile?: Tile
}

/** Adds to `open` what covers leave of a tile, piece by piece. */
function settle(tile: Tile, open: OpenPiece[]): void {
  const { rings, box, near } = tile
  if (thinRings(rings)) return
  if (near.length === 0) {
    open.push({ rings })
    return
  }
  for (const cover of near) if (holdsBox(cover, box)) return
  const cut = near.length > FEW ? splitCut(near, box) : null
  if (cut) {
    const { left, right } = partRings(rings, cut)
    const one = tileOf(left, near)
    const other = tileOf(right, near)
    if (helps(one.near.length + other.near.length, tile)) {
      settle(one, open)
      settle(other, open)
      return
    }
  }
  takeAway(tile, open)
}

function tileOf(rings: readonly FlatRing[], covers: readonly GridCover[]): Tile {
  const box = boxOfRings(rings)
  return { rings, box, near: covers.filter((cover) => meets(cover.box, box)) }
}

function meets(a: GridBox, b: GridBox): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1]
}

/** Takes each cover away from a tile, convex ones alone by straight cuts, others by the clipping library. */
function takeAway(tile: Tile, open: OpenPiece[]): void {
  const convex = tile.near.filter(({ kind }) => kind !== 'rings')
  let pieces: (readonly FlatRing[])[] = [tile.rings]
  for (const { rings } of convex) {
    for (const ring of rings) pieces = pieces.flatMap((piece) => subtractConvex(piece, ring))
    if (pieces.length === 0) return
  }
  if (convex.length < tile.near.length) {
    const left = leftOf(tile)
    if (left.area > 0) open.push(left)
  } else if (convex.every(({ kind }) => kind === 'rectangle')) open.push(...pieces.map((rings) => ({ rings })))
  else open.push({ rings: pieces.flat(), tile })
}

/**
 * What all covers leave of a tile, by the clipping library. Where rings touch, cross or all but coincide it is now and
 * then wrong by a whole piece, mostly not with the axes exchanged. So its area is held against one found another way,
 * which counts when neither has it.
 */
function leftOf(tile: Tile): OpenPiece & { readonly area: number } {
  const found = clipped(tile)
  const covers = tile.near.flatMap(({ rings }) => rings.map(pathOfRing))
  const own = tile.rings.map(pathOfRing)
  const count = [...own, ...covers].reduce((sum, path) => sum + path.length, 0)
  if (count > MOST_JUDGED) return found
  const areaUnder = (paths: readonly GridPath[]) => areaOfBands(bandsOfPaths(paths, 'non-zero'))
  const area = areaUnder([...own, ...covers]) - areaUnder(covers)
  const right = (piece: { readonly area: number }) => Math.abs(piece.area - area) <= ROUNDING * areaOf(tile.rings)
  if (right(found)) return found
  const turned = clipped(tile, true)
  return right(turned) ? turned : { rings: found.rings, area: thin(area, tile) ? 0 : area }
}

/** Whether an area of a tile is no more than rounding leaves along its edges. */
function thin(area: number, { box }: Tile): boolean {
  return area <= 2 * (box[2] - box[0] + box[3] - box[1])
}

/** Rings without those too thin to count, and their area; with the axes exchanged on the way, if so wanted. */
function clipped({ rings, near }: Pick<Tile, 'rings' | 'near'>, exchange = false) {
  const turned = (path: GridPath): GridPath => (exchange ? path.map(({ x, y }) => ({ x: y, y: x })).reverse() : path)
  const clips = near.flatMap((cover) => cover.rings.map((ring) => turned(pathOfRing(ring))))
  const left = Clipper.difference(
    rings.map((ring) => turned(pathOfRing(ring))),
    clips,
    FillRule.NonZero,
  )
  const kept = left.map((path) => ringOfPath(turned(path))).filter((ring) => !thinRings([ring]))
  return { rings: kept, area: areaOf(kept) }
}

function areaOf(rings: readonly FlatRing[]): number {
  let area = 0
  for (const ring of rings) area += ringArea(ring)
  return area
}

/** Pieces united, or where they are many the subject less all covers at once. */
function drawGap({ paths, grid }: PolygonSubject, covers: readonly GridCover[], open: readonly OpenPiece[]) {
  if (open.length <= Math.max(MANY, covers.length / 4)) return pathsGeometry(open.flatMap(drawn), grid)
  return pathsGeometry(
    paths,
    grid,
    covers.flatMap(({ rings }) => rings.map(pathOfRing)),
  )
}

function drawn({ rings, tile }: OpenPiece): GridPath[] {
  return (tile ? leftOf(tile).rings : rings).map(pathOfRing)
}
