import type { Feature } from 'geojson'
import { type Datum, datumMember } from '#core/model/datum.ts'

/** Gaps as the text of one FeatureCollection that states its datum, one feature to a line. */
export function gapsText(gaps: Iterable<Feature>, datum: Datum = 'wgs84'): string {
  const lines: string[] = []
  for (const feature of gaps) lines.push(JSON.stringify(feature))
  return `{"type":"FeatureCollection","datum":${JSON.stringify(datumMember(datum))},"features":[\n${lines.join(',\n')}\n]}\n`
}
