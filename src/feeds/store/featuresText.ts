import { type Datum, datumMember } from '#core/model/datum.ts'
import type { CityFeature } from '#core/model/feature.ts'

/**
 * Features as the text of a GeoJSON FeatureCollection, one to a line, with the property names of the catalog. The file
 * itself states its datum, and what is not for everybody says so.
 */
export function featuresText(features: readonly CityFeature[], sensitivity = 'public', datum: Datum = 'wgs84'): string {
  const lines = features.map(({ id, geometry, properties }) =>
    JSON.stringify({ type: 'Feature', id, geometry, properties }),
  )
  const marked = sensitivity === 'public' ? '' : `"sensitivity":${JSON.stringify(sensitivity)},`
  return `{"type":"FeatureCollection","datum":${JSON.stringify(datumMember(datum))},${marked}"features":[\n${lines.join(',\n')}\n]}\n`
}
