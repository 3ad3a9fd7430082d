import type { Derivation } from '../../core/model/derivation'
import type { CityFeature } from '../../core/model/feature'

/** A feature with what its derivation adds as of `now`; the same object when that changes nothing. */
export function withDerived(
  feature: CityFeature,
  derive: Derivation | null,
  now: number,
  before: CityFeature | null,
): CityFeature {
  if (!derive) return feature
  const derived = derive(feature, now, before)
  const { properties } = feature
  const differs = Object.entries(derived).some(([name, value]) => !Object.is(properties[name], value))
  return differs ? { ...feature, properties: { ...properties, ...derived } } : feature
}
