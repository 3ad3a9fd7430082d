import type { CityFeature } from '#core/model/feature.ts'
import type { FeedReport, Quarantined } from '#core/model/feedReport.ts'

/** Quarantined features named in the report of a living feed; the latest stay. */
const MOST_NAMED = 500

interface Changed {
  /** Features held now. */
  readonly accepted: number
  readonly come: Iterable<CityFeature>
  /** Features of the last reading that were kept out and have not come in since, then those of changes. */
  readonly quarantined: readonly Quarantined[]
}

/** The report of a feed after changes to it. */
export function livingReport(report: FeedReport, { accepted, come, quarantined }: Changed): FeedReport {
  const { asOfReading, ...said } = report
  let { asOf } = said
  for (const { time } of come) if (time !== null && (asOf === null || time > asOf)) asOf = time
  return {
    ...said,
    ...(asOfReading && accepted === 0 && { asOfReading }),
    accepted,
    read: accepted + quarantined.length,
    quarantined: quarantined.slice(-MOST_NAMED),
    asOf,
    revision: (report.revision ?? 0) + 1,
  }
}
