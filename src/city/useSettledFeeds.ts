import { type FeedReport, feedStamp } from '#core/model/feedReport.ts'
import { useFeeds } from './useFeed'

export interface SettledFeeds {
  /** Every feed has been read, or is known to be unreadable. */
  readonly settled: boolean
  readonly loaded: number
  /** Those that are known to be unreadable. */
  readonly unreadable: readonly string[]
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
  const unreadable = feedIds.filter((_, index) => !results[index]?.data && results[index]?.isError)
  const stampBy = (of: (report: FeedReport) => string) =>
    results.map(({ data, status }, index) => `${feedIds[index]}:${data ? of(data.report) : status}`).join(' ')
  return {
    settled: loaded + unreadable.length === results.length,
    loaded,
    unreadable,
    total: results.length,
    stamp: stampBy(feedStamp),
    readings: stampBy(({ sha256 }) => sha256),
    revisions: results.map(({ data }) => data?.report.revision ?? 0).join(' '),
  }
}
