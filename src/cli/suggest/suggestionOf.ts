import { roundRatio } from '#core/indicators/ratioResult.ts'
import type { SitesFound } from '#core/siting/sitesSearch.ts'
import type { SitingTask } from '#core/siting/sitingTask.ts'
import type { Served, SitingStart } from '#engine/siting/sitingRequest.ts'
import { pointOn } from '#feeds/store/describeFeature.ts'
import type { SuggestArguments } from './parseSuggest'

interface Parts {
  readonly wanted: SuggestArguments
  readonly start: SitingStart
  readonly task: SitingTask
  readonly found: SitesFound
  /** With the chosen sites built. */
  readonly after: Served
  /** Null: left out, for it is never the same. */
  readonly cpuMs: number | null
}

/** The object on standard output. Its keys stand in one order, so that the same input gives the same bytes. */
export function suggestionOf({ wanted, start, task, found, after, cpuMs }: Parts) {
  const { before } = start
  const curve = found.curve.map(({ n, value, bound }) => ({
    n,
    value: roundRatio(before.weight + value),
    bound: roundRatio(before.weight + bound),
  }))
  const value = roundRatio(after.weight)
  const bound = curve.at(-1)?.bound ?? value
  if (Math.abs(value - (curve.at(-1)?.value ?? value)) > 1e-6 * Math.max(1, value)) {
    throw new Error(`the search found ${curve.at(-1)?.value}, the city with the sites has ${value}`)
  }
  return {
    row: start.indicator,
    metric: start.metric,
    weight: wanted.request.weight ?? '1',
    before: standing(before),
    after: standing(after),
    chosen: found.built.map(({ site, gain }) => {
      const feature = task.candidates[site]!
      return { id: feature.id, coordinates: feature.geometry && pointOn(feature.geometry), gain: roundRatio(gain) }
    }),
    value,
    bound,
    gap: bound > 0 ? roundRatio((bound - value) / bound) : 0,
    proved: found.proved,
    curve,
    candidates: start.candidates,
    demand: start.demand,
    merged: found.merged,
    ...(cpuMs === null ? {} : { cpuMs }),
  }
}

const standing = ({ value, numerator, denominator, star, weight }: Served) => ({
  ...{ value, numerator, denominator, star },
  weight: roundRatio(weight),
})
