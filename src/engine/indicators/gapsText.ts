import type { Explanation } from '#core/model/evaluation.ts'

/** All gaps as the text of one FeatureCollection in WGS84, one feature to a line. */
export function gapsText(explanations: readonly Explanation[]): string {
  const lines = explanations.flatMap(({ gaps }) => gaps.features).map((feature) => JSON.stringify(feature))
  return `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}\n`
}
