import type { CityFeature } from '../model/feature'
import { parseTime } from '../model/parseTime'
import { countsAt } from '../model/time'
import { CannotMeasure } from './cannotMeasure'
import type { MetricContext, MetricOutcome, ReadableFeed } from './metricOutcome'
import { roundRatio } from './ratioResult'

export interface Report {
  readonly feed: ReadableFeed
  readonly feature: CityFeature
  /** Epoch milliseconds: the report's date, else the feature's time, else the feed's; null when unknown. */
  readonly time: number | null
}

/**
 * Chooses among the reports that `matches` selects: one for the wanted scope (`scope` property) beats one without scope,
 * whatever their dates; one for another scope is never used. Then the newest date wins, and of equal dates the one that
 * comes later. A date that does not count, of the time to come or of no time, is older than all others.
 */
export function newestReport(
  feeds: readonly ReadableFeed[],
  matches: (feature: CityFeature) => boolean,
  scope: string | null,
): Report | null {
  let best: { report: Report; scoped: boolean; time: number } | null = null
  for (const feed of feeds) {
    for (const feature of feed.features) {
      if (!matches(feature)) continue
      const own = feature.properties.scope ?? null
      if (own !== null && own !== '' && own !== scope) continue
      const scoped = own !== null && own === scope
      const known = dateOf(feature, feed)
      const time = known ?? Number.NEGATIVE_INFINITY
      if (best && (best.scoped === scoped ? time < best.time : best.scoped)) continue
      best = { report: { feed, feature, time: known }, scoped, time }
    }
  }
  return best?.report ?? null
}

/** A year, a month, a day or a time; where there is none, the time of the feature, else of the feed. */
function dateOf({ properties: { date }, time }: CityFeature, { report }: ReadableFeed): number | null {
  const dated = parseTime(date)
  if (dated === null) return time ?? report.asOf
  return dated === time || countsAt(dated, report.judgedAt ?? Number.POSITIVE_INFINITY) ? dated : null
}

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
