import type { Feature } from 'geojson'

/** Gaps as the text of one FeatureCollection in WGS84, one feature to a line. */
export function gapsText(gaps: Iterable<Feature>): string {
  const lines: string[] = []
  for (const feature of gaps) lines.push(JSON.stringify(feature))
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}
