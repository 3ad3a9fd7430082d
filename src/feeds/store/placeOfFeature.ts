import { bbox, pointOnFeature } from '@turf/turf'

import type { CityFeature } from '#core/model/feature.ts'

export interface FeaturePlace {
  /** A point on or in the feature, [longitude, latitude]. */
  readonly at: readonly [number, number]
  /** [west, south, east, north]. */
  readonly bounds: readonly [number, number, number, number]
}

/** Where a feature is, or null when it has no geometry. */
export function placeOfFeature({ geometry }: CityFeature): FeaturePlace | null {
  if (!geometry) return null
  if (geometry.type === 'Point') {
    const [longitude = 0, latitude = 0] = geometry.coordinates
    return { at: [longitude, latitude], bounds: [longitude, latitude, longitude, latitude] }
  }
  const [west, south, east, north] = bbox(geometry)
  const [longitude = 0, latitude = 0] = pointOnFeature(geometry).geometry.coordinates
  return { at: [longitude, latitude], bounds: [west, south, east, north] }
}
