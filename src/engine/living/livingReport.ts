import type { CityFeature } from '#core/model/feature.ts'
import type { FeedNotice, FeedReport, Quarantined } from '#core/model/feedReport.ts'

/** Quarantined features named in the report of a living feed; the latest stay. */
const MOST_NAMED = 500

interface Changed {
  /** Features held now. */
  readonly accepted: number
  readonly come: Iterable<CityFeature>
  /** Features of the last reading that were kept out and have not come in since, then those of changes. */
  readonly quarantined: readonly Quarantined[]
  readonly notices: readonly FeedNotice[]
  /** The app's time, epoch milliseconds. */
  readonly now: number
}

/** The report of a feed after changes to it. */
export function livingReport(report: FeedReport, { accepted, come, quarantined, notices, now }: Changed): FeedReport {
  const { asOfReading, ...said } = report
  let { asOf } = said
  for (const { time } of come) if (time !== null && (asOf === null || time > asOf)) asOf = time
  return {
    ...said,
    ...(asOfReading && accepted === 0 && { asOfReading }),
    accepted,
    read: accepted + quarantined.length,
    quarantined: quarantined.slice(-MOST_NAMED),
    notices,
    asOf,
    judgedAt: now,
    revision: (report.revision ?? 0) + 1,
  }
}
