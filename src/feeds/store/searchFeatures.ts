import type { CityFeature } from '#core/model/feature.ts'
import { textOf } from '#core/model/values.ts'
import { type Needle, plainText } from '#core/search/needle.ts'
import { rankOf, type Searchable } from '#core/search/rankOf.ts'
import type { Readings } from '#core/search/spells.ts'

export interface FeatureMatch {
  readonly feature: CityFeature
  /** See `rankOf`. */
  readonly rank: number
}

/** Every feature that answers a needle by one of its names or its id, in the order of the features. */
export function searchFeatures(
  features: readonly CityFeature[],
  needle: Needle,
  readings: Readings | null,
): readonly FeatureMatch[] {
  const matches: FeatureMatch[] = []
  for (const feature of features) {
    const rank = rankOf(searchableOf(feature), needle, readings)
    if (rank !== null) matches.push({ feature, rank })
  }
  return matches
}

const known = new WeakMap<CityFeature, Searchable>()

function searchableOf(feature: CityFeature): Searchable {
  const before = known.get(feature)
  if (before) return before
  const { name, name_en } = feature.properties
  const names = [name, name_en].flatMap((text) => textOf(text) ?? []).map(plainText)
  const searchable = { names, id: plainText(feature.id) }
  known.set(feature, searchable)
  return searchable
}
