import type { CityFeature } from '../model/feature'
import { CannotMeasure } from './cannotMeasure'
import type { MetricContext, MetricOutcome, ReadableFeed } from './metricOutcome'
import { newestReport } from './newestReport'
import { roundRatio } from './rounding'

/**
 * The newest reported value of a metric over some feeds (see `newestReport` for how date and scope choose). A report may
 * carry `numerator` and `denominator` beside its value.
 * @throws CannotMeasure `no-data` when nothing was reported.
 */
export function reportedValue(feeds: readonly ReadableFeed[], context: MetricContext): MetricOutcome {
  const report = newestReport(
    feeds,
    ({ properties }) =>
      properties.indicator === context.indicator &&
      properties.metric === context.metric &&
      (typeof properties.value === 'boolean' || Number.isFinite(properties.value)),
    context.scopeId,
  )
  if (!report) throw new CannotMeasure('no-data')
  const { feature, feed, time } = report
  const { value, source } = feature.properties
  const number = typeof value === 'number' ? roundRatio(value) : null
  return {
    result: {
      value: typeof value === 'boolean' ? value : number,
      numerator: numberOf(feature, 'numerator'),
      denominator: numberOf(feature, 'denominator'),
      excluded: 0,
      reasons: {},
      dataTime: time,
      known: 'reported',
      ...(typeof source === 'string' ? { source } : {}),
    },
    subjects: [{ feed: feed.id, id: feature.id, mapId: feature.mapId, state: 'covered', value: number }],
    gaps: [],
  }
}

function numberOf({ properties }: CityFeature, name: string): number | null {
  const value = properties[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
