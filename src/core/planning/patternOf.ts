import type { CityFeature } from '../model/feature'

/** Of so many features at most the values are weighed. */
const MOST = 20_000
/** A text or yes-no that so large a share of them has is what such a feature is like. */
const USUAL = 0.2
/** Numbers of so few values are kinds rather than quantities: the most frequent stands, not the middle one. */
const FEW = 12
const OWN = new Set(['id', 'name', 'name_en', 'time'])

/**
 * What a new feature like these is like: of each property the middle or most frequent value. Names, ids and times are a
 * feature's own and are left out, as is what most have differently or not at all. `counts` tells the features that are a model; where
 * none is, all are.
 */
export function patternOf(
  features: readonly CityFeature[],
  counts: (feature: CityFeature) => boolean,
): Readonly<Record<string, string | number | boolean>> {
  const fit = features.filter(counts)
  const models = (fit.length > 0 ? fit : features).slice(0, MOST)
  const seen = new Map<string, Map<string | number | boolean, number>>()
  for (const { properties } of models) {
    for (const [name, value] of Object.entries(properties)) {
      if (OWN.has(name) || !isPlain(value)) continue
      const values = seen.get(name) ?? new Map<string | number | boolean, number>()
      seen.set(name, values)
      values.set(value, (values.get(value) ?? 0) + 1)
    }
  }
  const pattern: Record<string, string | number | boolean> = {}
  for (const [name, values] of seen) {
    const having = [...values.values()].reduce((sum, count) => sum + count, 0)
    const usual = usualOf(values, models.length)
    if (usual !== undefined && having >= models.length / 2) pattern[name] = usual
  }
  return pattern
}

const isPlain = (value: unknown): value is string | number | boolean =>
  (typeof value === 'string' && value !== '') || typeof value === 'boolean' || Number.isFinite(value)

function usualOf(
  values: ReadonlyMap<string | number | boolean, number>,
  of: number,
): string | number | boolean | undefined {
  const numbers = [...values.keys()].filter((value) => typeof value === 'number')
  if (numbers.length === values.size && values.size > FEW) return middleOf(values as ReadonlyMap<number, number>)
  const [value, count] = [...values].reduce((most, each) => (each[1] > most[1] ? each : most))
  return count >= USUAL * of ? value : undefined
}

function middleOf(values: ReadonlyMap<number, number>): number | undefined {
  const sorted = [...values].sort(([a], [b]) => a - b)
  const half = sorted.reduce((sum, [, count]) => sum + count, 0) / 2
  let passed = 0
  return sorted.find(([, count]) => {
    passed += count
    return passed >= half
  })?.[0]
}
