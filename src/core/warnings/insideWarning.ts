import type { Geometry, Position } from 'geojson'
import { boundsOf } from '../geo/boundsOf'
import { type CoverIndex, coverIndex, coverShapes, isPolygon } from '../geo/coverShape'
import { insideCover } from '../geo/inside'
import { lineCoverage } from '../geo/lineCoverage'
import { coverByPolygons } from '../geo/sheets/coverByPolygons'
import { subjectOf } from '../indicators/knownShapes'
import type { CityFeature } from '../model/feature'

/**
 * How much of a geometry lies in an area (a union of polygons), 0 to 1: a polygon by area, a line by length, several
 * points by their number; a point is in or on the edge (1) or out (0).
 */
function shareInside(geometry: Geometry, area: CoverIndex): number {
  const covers = area(boundsOf(geometry))
  if (covers.length === 0) return 0
  const inside = (position: Position) => covers.some((cover) => insideCover(position, cover))
  switch (geometry.type) {
    case 'Point':
      return inside(geometry.coordinates) ? 1 : 0
    case 'MultiPoint':
      return geometry.coordinates.filter(inside).length / geometry.coordinates.length
    case 'LineString':
    case 'MultiLineString':
      return lineCoverage(geometry, area).share || 0
    case 'Polygon':
    case 'MultiPolygon':
      return coverByPolygons(subjectOf(geometry), covers.filter(isPolygon), { gap: false }).share
    case 'GeometryCollection':
      return 0
  }
}

/** What of a feed lies in a warning's area. */
export interface InsideWarning {
  /** Features inside: points in or on the edge, lines and areas with more than half of themselves. */
  readonly features: readonly CityFeature[]
  /**
   * The property asked for, added up by the share of each feature that lies inside: of a cell of 100 people with a quarter
   * of its ground inside, 25 count. Null where none was asked for, or no feature that touches the area has it.
   */
  readonly sum: number | null
  /** Features that touch the area and lack the property asked for: the sum is at least this many short. */
  readonly unknown: number
}

/** Above it a feature is inside; shares this near to one half are one half. */
const HALF = 0.5 + 1e-9

/** Areas and shares are worked out once for the same geometries: an unchanged feature is the same object. */
const areas = new WeakMap<Geometry, { readonly covers: CoverIndex; readonly shares: WeakMap<Geometry, number> }>()

/** What lies in the area of a warning; nothing where the warning has no area. */
export function insideWarning(
  warning: CityFeature,
  features: readonly CityFeature[],
  sumOf?: string | undefined,
): InsideWarning {
  const inside: CityFeature[] = []
  let sum: number | null = null
  let unknown = 0
  for (const feature of features) {
    const share = shareOf(warning.geometry, feature.geometry)
    if (share === 0) continue
    if (share > HALF) inside.push(feature)
    if (sumOf === undefined) continue
    const value = feature.properties[sumOf]
    if (typeof value === 'number' && Number.isFinite(value)) sum = (sum ?? 0) + value * share
    else unknown++
  }
  return { features: inside, sum, unknown }
}

/** Of the sum inside a warning what lies in one area, such as a town. */
export interface SumByArea {
  /** Null: what lies in none of them. */
  readonly area: CityFeature | null
  readonly sum: number
}

/**
 * A property of what lies in a warning's area, added up as by `insideWarning`, for each area in which it lies; a feature is
 * wholly of the area that its middle is in. The largest first.
 */
export function sumByArea(
  warning: CityFeature,
  features: readonly CityFeature[],
  sumOf: string,
  among: readonly CityFeature[],
): readonly SumByArea[] {
  const sums = new Map<CityFeature | null, number>()
  for (const feature of features) {
    const value = feature.properties[sumOf]
    const share = shareOf(warning.geometry, feature.geometry)
    if (share === 0 || typeof value !== 'number' || !Number.isFinite(value) || !feature.geometry) continue
    const [west, south, east, north] = boundsOf(feature.geometry)
    const middle: Geometry = { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] }
    const area = among.find(({ geometry }) => shareOf(geometry, middle) > 0) ?? null
    sums.set(area, (sums.get(area) ?? 0) + value * share)
  }
  return [...sums].map(([area, sum]) => ({ area, sum })).toSorted((a, b) => b.sum - a.sum)
}

function shareOf(area: Geometry | null, geometry: Geometry | null): number {
  if (!area || !geometry) return 0
  const known = areas.get(area) ?? { covers: coverIndex(coverShapes(area, undefined) ?? []), shares: new WeakMap() }
  areas.set(area, known)
  let share = known.shares.get(geometry)
  if (share === undefined) {
    share = shareInside(geometry, known.covers)
    known.shares.set(geometry, share)
  }
  return share
}
