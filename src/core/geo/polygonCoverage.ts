import type { MultiPolygon, Polygon } from 'geojson'
import { clippedCoverage } from './clippedCoverage'
import type { CoverIndex } from './coverIndex'
import type { CoverShape } from './coverShape'
import type { PolygonSubject } from './polygonSubject'
import { coverByPolygons } from './sheets/coverByPolygons'

export interface PolygonCoverage {
  /** Covered share of the area, 0 to 1. */
  readonly share: number
  /** Square metres. */
  readonly covered: number
  readonly uncovered: number
  /** The uncovered part, null when there is none. */
  readonly gap: Polygon | MultiPolygon | null
}

/** How much of a polygon a union of polygons covers; discs and sectors among them go through the clipping library. */
export function polygonCoverage(subject: PolygonSubject, covers: CoverIndex): PolygonCoverage {
  const candidates = covers(subject.bounds)
  return candidates.every(isPolygon) ? coverByPolygons(subject, candidates) : clippedCoverage(subject, candidates)
}

export function isPolygon(cover: CoverShape): cover is Extract<CoverShape, { kind: 'polygon' }> {
  return cover.kind === 'polygon'
}

/** The whole subject is covered. */
export function wholeCoverage({ area }: PolygonSubject): PolygonCoverage {
  return { share: 1, covered: area, uncovered: 0, gap: null }
}
