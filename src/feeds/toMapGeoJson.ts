import type { CityFeature } from '#core/model/feature.ts'
import { mapFeature } from './mapFeature'

/**
 * Features as the bytes of a GeoJSON FeatureCollection for the map (UTF-8, its buffer free to transfer). What has no
 * geometry is left out.
 */
export function toMapGeoJson(features: readonly CityFeature[]): Uint8Array<ArrayBuffer> {
  const drawn = features.flatMap((feature) => mapFeature(feature) ?? [])
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: drawn }))
}
