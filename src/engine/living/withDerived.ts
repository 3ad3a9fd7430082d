import type { CityFeature, Derivation } from '#core/model/feature.ts'

/**
 * A feature with what its derivation adds as of `now`; the same object when nothing changes by it. What a derivation
 * remembers for the next time is carried under symbols: it is no property of a map or a table, but a feature with another
 * memory is another feature, so that those who read the memory (alarms) hear of it.
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
  const differs = Reflect.ownKeys(derived).some(
    (name) => !Object.is(Reflect.get(properties, name), Reflect.get(derived, name)),
  )
  return differs ? { ...feature, properties: { ...properties, ...derived } } : feature
}
