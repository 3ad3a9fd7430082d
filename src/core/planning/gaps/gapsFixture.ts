import type { Geometry } from 'geojson'
import { evaluationContext } from '#core/indicators/evaluationContext.ts'
import { metricsBehind } from '#core/indicators/explain.ts'
import type { EvaluateInput } from '#core/model/evaluation.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { feature, rectangle } from '#tests/city/evaluationInput.ts'
import { type GapsAsked, type GapsFound, listGaps } from './listGaps'

/** A cell of a hundredth of a degree a side, its south-west corner so many hundredths from 116° E 35° N. */
export const cell = (id: string, column: number, row: number, people: unknown): CityFeature =>
  feature(id, tile(column, row), { people })

/** A rectangle in hundredths of a degree from 116° E 35° N. Heights are in one row, so that areas go as widths. */
export const tile = (west: number, south: number, width = 1, height = 1): Geometry =>
  rectangle(116 + west / 100, 35 + south / 100, 116 + (west + width) / 100, 35 + (south + height) / 100)

export function gapsOf(
  input: EvaluateInput,
  cells: readonly CityFeature[] | null,
  rest: Partial<GapsAsked> & { readonly metric?: string } = {},
): GapsFound {
  const { metric = 'value', ...asked } = rest
  const steps = listGaps({
    behind: metricsBehind(input, 'row', metric),
    context: evaluationContext(input),
    people: cells && { features: cells, value: ['get', 'people'] },
    places: [],
    towns: [],
    unitOf: () => null,
    placeOf: placeInside,
    parted: true,
    ...asked,
  })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The middle of the first three corners: inside of what these tests are about. */
function placeInside({ geometry }: CityFeature): readonly [number, number] {
  const flat = (geometry && 'coordinates' in geometry ? geometry.coordinates : []).flat(3) as number[]
  if (flat.length < 6) return [flat[0] ?? 0, flat[1] ?? 0]
  return [(flat[0]! + flat[2]! + flat[4]!) / 3, (flat[1]! + flat[3]! + flat[5]!) / 3]
}
