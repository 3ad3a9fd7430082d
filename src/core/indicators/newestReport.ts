import type { CityFeature } from '../model/feature'
import type { ReadableFeed } from './metricOutcome'
import { reportDate } from './reportDate'

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
