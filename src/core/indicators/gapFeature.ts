import type { CityFeature } from '../model/feature'
import type { GapFeature, MetricContext } from './metricOutcome'
import { roundMeasure } from './rounding'

/** The uncovered part of a subject; area in m², length in m. */
export function gapFeature(
  context: MetricContext,
  feature: CityFeature,
  geometry: GapFeature['geometry'],
  area: number,
  length?: number,
): GapFeature {
  return {
    type: 'Feature',
    geometry,
    properties: {
      subject: feature.id,
      indicator: context.indicator,
      metric: context.metric,
      area_m2: roundMeasure(area),
      ...(length === undefined ? {} : { length_m: roundMeasure(length) }),
    },
  }
}
