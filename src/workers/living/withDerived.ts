import type { Derivation } from '../../core/model/derivation'
import type { CityFeature } from '../../core/model/feature'

/**
 * A feature with what its derivation adds as of `now`; the same object when no property changes by it. What a derivation
 * remembers for the next time is carried under symbols: it is no property, and is renewed in place.
 */
export function withDerived(
  feature: CityFeature,
  derive: Derivation | null,
  now: number,
  before: CityFeature | null,
): CityFeature {
  if (!derive) return feature
  const derived = derive(feature, now, before)
  const { properties } = feature
  // Own keys, so that a memory under a symbol counts too.
  const differs = Reflect.ownKeys(derived).some(
    (name) => !Object.is(Reflect.get(properties, name), Reflect.get(derived, name)),
  )
  if (differs) return { ...feature, properties: { ...properties, ...derived } }
  for (const memory of Object.getOwnPropertySymbols(derived)) {
    Reflect.set(properties, memory, Reflect.get(derived, memory))
  }
  return feature
}
