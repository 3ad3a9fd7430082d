import type { CityFeature } from '../model/feature'
import { CannotMeasure } from './cannotMeasure'
import type { MetricContext, MetricOutcome, ReadableFeed } from './metricOutcome'
import { roundRatio } from './ratioResult'

const FORM =
  /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/**
 * Epoch milliseconds of a report's `date`: a year, a month, a day or a time; without zone it is Asia/Shanghai (+08:00,
 * no summer time). Null when it is no date.
 */
export function reportDate(date: unknown): number | null {
  const match = FORM.exec(typeof date === 'number' ? String(date) : typeof date === 'string' ? date.trim() : '')
  if (!match) return null
  const [, year, month = '1', day = '1', hour = '0', minute = '00', second = '00', zone = '+08:00'] = match
  const padded = [month, day, hour].map((part) => part.padStart(2, '0'))
  const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
  const time = Date.parse(
    `${year}-${padded[0]}-${padded[1]}T${padded[2]}:${minute}:${second.padStart(2, '0')}${offset}`,
  )
  return Number.isNaN(time) ? null : time
}

export interface Report {
  readonly feed: ReadableFeed
  readonly feature: CityFeature
  /** Epoch milliseconds: the report's date, else the feature's time, else the feed's; null when unknown. */
  readonly time: number | null
}

/**
 * Chooses among the reports that `matches` selects: one for the wanted scope (`scope` property) beats one without scope,
 * whatever their dates; one for another scope is never used. Then the newest date wins, and of equal dates the one that
 * comes later.
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
      const known = reportDate(feature.properties.date) ?? feature.time ?? feed.report.asOf
      const time = known ?? Number.NEGATIVE_INFINITY
      if (best && (best.scoped === scoped ? time < best.time : best.scoped)) continue
      best = { report: { feed, feature, time: known }, scoped, time }
    }
  }
  return best?.report ?? null
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
