import type { CityFeature } from '../model/feature'
import { compareIds } from './compareIds'

const made = new WeakMap<readonly CityFeature[], readonly CityFeature[]>()

/** Features in canonical order by id, sorted once for the same list: many metrics ask about the same feed. */
export function sortedFeatures(features: readonly CityFeature[]): readonly CityFeature[] {
  const known = made.get(features)
  if (known) return known
  const sorted = features.toSorted(compareIds)
  made.set(features, sorted)
  return sorted
}
