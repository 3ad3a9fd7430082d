import type { CityFeature } from '#core/model/feature.ts'

/**
 * Features as the text of a GeoJSON FeatureCollection in WGS84, one to a line, with the property names of the catalog.
 * What is not for everybody says so in the file itself.
 */
export function featuresText(features: readonly CityFeature[], sensitivity = 'public'): string {
  const lines = features.map(({ id, geometry, properties }) =>
    JSON.stringify({ type: 'Feature', id, geometry, properties }),
  )
  const marked = sensitivity === 'public' ? '' : `"sensitivity":${JSON.stringify(sensitivity)},`
  return `{"type":"FeatureCollection",${marked}"features":[\n${lines.join(',\n')}\n]}\n`
}
