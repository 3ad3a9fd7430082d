import { insidePolygon } from '#core/geo/inside.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { type Box, cityLimit, isInside } from '../geometry/cityLimit'
import type { FeatureDetail } from './describeFeature'

/** Points along each side among which one of a wide area is looked for in the city. */
const FINENESS = 24

/**
 * A feature that reaches far beyond the city as it is looked at from here: the part near the city, and a point of it in
 * the city. One that lies near the city as a whole, or nowhere near it, stays as it is.
 */
export function inSight(detail: FeatureDetail, { geometry }: CityFeature, city: Box): FeatureDetail {
  const { at, bounds } = detail
  const limit = cityLimit(city)
  if (!at || !bounds || (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon')) return detail
  const seen = common(bounds, limit)
  if (!seen || seen.every((side, index) => side === bounds[index])) return detail
  const near = common(bounds, city)
  if (!near || isInside(city, ...at)) return { ...detail, bounds: seen }
  const inside = gridOf(near).filter((position) => insidePolygon([...position], geometry))
  return { ...detail, bounds: seen, at: nearestTo(city, inside) ?? at }
}

/** What two boxes have in common, or null. */
function common(a: Box, b: Box): Box | null {
  const [west, south] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  const [east, north] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])]
  return west <= east && south <= north ? [west, south, east, north] : null
}

function gridOf([west, south, east, north]: Box): readonly (readonly [number, number])[] {
  const steps = Array.from({ length: FINENESS + 1 }, (_, index) => index / FINENESS)
  return steps.flatMap((x) => steps.map((y) => [west + x * (east - west), south + y * (north - south)] as const))
}

function nearestTo([west, south, east, north]: Box, positions: readonly (readonly [number, number])[]) {
  const far = ([x, y]: readonly [number, number]) => Math.hypot(x - (west + east) / 2, y - (south + north) / 2)
  return positions.reduce<readonly [number, number] | null>(
    (best, position) => (best === null || far(position) < far(best) ? position : best),
    null,
  )
}
