import type { CityFeature } from '../core/model/feature'

/**
 * Features as the bytes of a GeoJSON FeatureCollection for the map (UTF-8, its buffer free to transfer): the numeric map
 * id as `id`, which feature-state needs, and the properties with the identity as text in `id`. What has no geometry is
 * left out.
 */
export function toMapGeoJson(features: readonly CityFeature[]): Uint8Array<ArrayBuffer> {
  const drawn = features.flatMap(({ id, mapId, geometry, properties }) =>
    geometry === null ? [] : [{ type: 'Feature', id: mapId, geometry, properties: { ...properties, id } }],
  )
  return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: drawn }))
}
