import type { CityFeature } from '#core/model/feature.ts'

/**
 * A new reading of a feed with the objects of the one before wherever a feature is the same, and the whole list of the
 * one before where all are: what was found out about an object holds as long as it is that object.
 */
export function keepUnchanged(before: readonly CityFeature[], now: readonly CityFeature[]): readonly CityFeature[] {
  const known = new Map(before.map((feature) => [feature.id, feature]))
  const kept = now.map((feature) => {
    const old = known.get(feature.id)
    return old && same(old, feature) ? old : feature
  })
  const whole = kept.length === before.length && kept.every((feature, index) => feature === before[index])
  return whole ? before : kept
}

/** Whether two values of JSON are the same, whatever the order of their keys. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && same(Reflect.get(a, key), Reflect.get(b, key)))
}
