import type { CityFeature } from '../model/feature'

/** Canonical order: by id, in plain code-unit order, the same on every machine and in every language. */
export function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

const made = new WeakMap<readonly CityFeature[], readonly CityFeature[]>()

/** Features in canonical order by id, sorted once for the same list: many metrics ask about the same feed. */
export function sortedFeatures(features: readonly CityFeature[]): readonly CityFeature[] {
  const known = made.get(features)
  if (known) return known
  const sorted = features.toSorted(compareIds)
  made.set(features, sorted)
  return sorted
}
