import type { Feature } from 'geojson'
import type { CityFeature } from '#core/model/feature.ts'

/** Lists of objects, such as the history of a case, are for sheets: no style or filter of the map reads them. */
export const isDrawn = (value: unknown): boolean =>
  !Array.isArray(value) || value.length === 0 || typeof value[0] !== 'object'

/**
 * A feature as the map reads it: the numeric map id as `id`, which feature-state and changes need, and the properties
 * with the identity as text in `id`. Null for what has no geometry.
 */
export function mapFeature({ id, mapId, geometry, properties }: CityFeature): Feature | null {
  if (geometry === null) return null
  const drawn = Object.values(properties).every(isDrawn)
    ? properties
    : Object.fromEntries(Object.entries(properties).filter(([, value]) => isDrawn(value)))
  return { type: 'Feature', id: mapId, geometry, properties: { ...drawn, id } }
}
