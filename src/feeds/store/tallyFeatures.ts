import type { CityFeature } from '#core/model/feature.ts'
import { cellOf, type FeatureFilter } from './tableRows'

/** How many features have each value of a property; a missing value counts under the empty text. Most first. */
export function breakdownFeatures(
  features: readonly CityFeature[],
  filter: FeatureFilter,
  by: string,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>()
  for (const feature of features) {
    if (!filter(feature)) continue
    const value = String(cellOf(feature, by) ?? '')
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** Sum of a numeric property, or the count of features when `sum` is absent; null when no feature has the property. */
export function totalFeatures(
  features: readonly CityFeature[],
  filter: FeatureFilter,
  sum: string | undefined,
): { readonly value: number; readonly features: number } | null {
  let value = 0
  let counted = 0
  for (const feature of features) {
    if (!filter(feature)) continue
    if (sum === undefined) {
      counted += 1
      continue
    }
    const part = feature.properties[sum]
    if (typeof part !== 'number') continue
    value += part
    counted += 1
  }
  if (sum === undefined) return { value: counted, features: counted }
  return counted === 0 ? null : { value, features: counted }
}
