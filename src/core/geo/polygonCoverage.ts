import type { MultiPolygon, Polygon } from 'geojson'

export interface PolygonCoverage {
  /** Covered share of the area, 0 to 1. */
  readonly share: number
  /** Square metres. */
  readonly covered: number
  readonly uncovered: number
  /** The uncovered part, null when there is none. */
  readonly gap: Polygon | MultiPolygon | null
}
