import type { Explanation } from '#core/model/evaluation.ts'

/** All gaps as the text of one FeatureCollection in WGS84, one feature to a line. */
export function gapsText(explanations: Iterable<Explanation>): string {
  const lines: string[] = []
  for (const { gaps } of explanations) for (const feature of gaps.features) lines.push(JSON.stringify(feature))
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}
