import { type FeedReport, feedStamp } from '#core/model/feedReport.ts'
import { useFeeds } from './useFeed'

export interface SettledFeeds {
  /** Every feed has been read, or is known to be unreadable. */
  readonly settled: boolean
  readonly loaded: number
  readonly failed: number
  readonly total: number
  /** Changes when any feed does. */
  readonly stamp: string
  /** Changes with every reading. */
  readonly readings: string
  /** Changes with the changes of live feeds between readings. */
  readonly revisions: string
}

/** Keeps feeds loading and says when all have settled; one that cannot be read counts as settled. */
export function useSettledFeeds(feedIds: readonly string[]): SettledFeeds {
  const results = useFeeds(feedIds)
  const loaded = results.filter((result) => result.data).length
  const failed = results.filter((result) => !result.data && result.isError).length
  const stampBy = (of: (report: FeedReport) => string) =>
    results.map(({ data, status }, index) => `${feedIds[index]}:${data ? of(data.report) : status}`).join(' ')
  return {
    settled: loaded + failed === results.length,
    loaded,
    failed,
    total: results.length,
    stamp: stampBy(feedStamp),
    readings: stampBy(({ sha256 }) => sha256),
    revisions: results.map(({ data }) => data?.report.revision ?? 0).join(' '),
  }
}
