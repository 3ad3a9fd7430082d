import { Clipper, ClipType, FillRule, type PolyPath64, PolyTree64 } from 'clipper2-ts'
import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { CoverShape } from './coverShape'
import type { EqualAreaGrid, GridPath } from './equalAreaGrid'
import { footprintOutline } from './footprintOutline'
import type { PolygonSubject } from './polygonSubject'
import { polygonPaths } from './rings/paths'

/** A gap below this share of the subject is rounding, not ground. */
const ROUNDING = 1e-9

/**
 * How much of a polygon the union of covers covers, and what it leaves open, by the clipping library: for covers of both
 * kinds together, and for what the exact engine cannot close. Discs and sectors are right to about 1e-8 of the subject's
 * area (see `footprintOutline`).
 */
export function clippedCoverage(subject: PolygonSubject, candidates: readonly CoverShape[]): PolygonCoverage {
  const clips = candidates.flatMap((cover) => coverPaths(cover, subject))
  const tree = new PolyTree64()
  Clipper.booleanOpWithPolyTree(ClipType.Difference, subject.paths, clips, tree, FillRule.NonZero)
  const uncovered = subject.grid.squareMetres(tree.area())
  if (uncovered <= ROUNDING * subject.area) return whole(subject)
  const covered = Math.max(0, subject.area - uncovered)
  const share = covered <= ROUNDING * subject.area ? 0 : covered / subject.area
  return { share, covered: share * subject.area, uncovered: (1 - share) * subject.area, gap: gapOf(tree, subject.grid) }
}

function whole(subject: PolygonSubject): PolygonCoverage {
  return { share: 1, covered: subject.area, uncovered: 0, gap: null }
}

/** A cover's rings on the subject's grid, outer rings counter-clockwise. */
function coverPaths(cover: CoverShape, subject: PolygonSubject): GridPath[] {
  if (cover.kind === 'polygon') return polygonPaths(cover.polygon, subject.grid).paths
  return [footprintOutline(cover, subject.window).map(subject.grid.toGrid)]
}

function gapOf(tree: PolyTree64, grid: EqualAreaGrid): Polygon | MultiPolygon {
  const polygons: Position[][][] = []
  const visit = (outer: PolyPath64) => {
    polygons.push([ringOf(outer, grid), ...children(outer).map((hole) => ringOf(hole, grid))])
    for (const hole of children(outer)) children(hole).forEach(visit)
  }
  children(tree).forEach(visit)
  const [first] = polygons
  return polygons.length === 1 && first
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates: polygons }
}

function children(node: PolyPath64): PolyPath64[] {
  return Array.from({ length: node.count }, (_, index) => node.child(index))
}

/** Closed ring, rounded to 1e-9 degrees (0.1 mm). */
function ringOf(node: PolyPath64, grid: EqualAreaGrid): Position[] {
  const ring = (node.poly ?? []).map((point) =>
    grid.toPosition(point).map((degrees) => Math.round(degrees * 1e9) / 1e9),
  )
  return ring[0] ? [...ring, ring[0]] : ring
}

export interface PolygonCoverage {
  /** Covered share of the area, 0 to 1. */
  readonly share: number
  /** Square metres. */
  readonly covered: number
  readonly uncovered: number
  /** The uncovered part, null when there is none. */
  readonly gap: Polygon | MultiPolygon | null
}
