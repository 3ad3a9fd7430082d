import type { CityFeature } from '#core/model/feature.ts'

/**
 * How well a name answers a search text: 0 exact, 1 begins with it, 2 contains it, 3 has it as an id; null not at all.
 * Case and width are ignored.
 */
function matchRank(feature: CityFeature, needle: string): number | null {
  const name = feature.properties.name
  if (typeof name === 'string') {
    const plain = plainText(name)
    if (plain === needle) return 0
    if (plain.startsWith(needle)) return 1
    if (plain.includes(needle)) return 2
  }
  const english = feature.properties.name_en
  if (typeof english === 'string' && plainText(english).includes(needle)) return 2
  return plainText(feature.id) === needle ? 3 : null
}

/** Full-width to half-width, lower case, no outer space. */
const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

export interface FeatureMatch {
  readonly feature: CityFeature
  readonly rank: number
}

/** The best matches within one feed, best first, then by length of name. Nothing for an empty text. */
export function searchFeatures(features: readonly CityFeature[], text: string, limit: number): readonly FeatureMatch[] {
  const needle = plainText(text)
  if (needle === '') return []
  const matches: FeatureMatch[] = []
  for (const feature of features) {
    const rank = matchRank(feature, needle)
    if (rank !== null) matches.push({ feature, rank })
  }
  return matches.sort((a, b) => a.rank - b.rank || nameLength(a) - nameLength(b)).slice(0, limit)
}

const nameLength = ({ feature }: FeatureMatch): number => String(feature.properties.name ?? feature.id).length
