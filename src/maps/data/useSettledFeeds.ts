import { feedStamp } from '../../core/model/feedReport'
import { useFeeds } from './useFeed'

export interface SettledFeeds {
  /** Every feed has been read, or is known to be unreadable. */
  readonly settled: boolean
  readonly loaded: number
  readonly failed: number
  readonly total: number
  /** Changes when any reading does. */
  readonly stamp: string
}

/** Keeps feeds loading and says when all have settled; one that cannot be read counts as settled. */
export function useSettledFeeds(feedIds: readonly string[]): SettledFeeds {
  const results = useFeeds(feedIds)
  const loaded = results.filter((result) => result.data).length
  const failed = results.filter((result) => !result.data && result.isError).length
  const stamp = results
    .map((result, index) => `${feedIds[index]}:${result.data ? feedStamp(result.data.report) : result.status}`)
    .join(' ')
  return { settled: loaded + failed === results.length, loaded, failed, total: results.length, stamp }
}
