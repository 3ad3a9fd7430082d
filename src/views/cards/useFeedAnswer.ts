import { useAnswer } from '#city/useAnswer.ts'
import type { WorldEngine } from '#engine/engineApi.ts'
import type { FeedStanding } from '../health/feedStanding'
import { useFeedStanding } from './useFeedStanding'

export interface FeedAnswer<T> {
  /** The newest answer; an earlier one stays while a new one is asked for. Undefined: none yet. */
  readonly answer: T | undefined
  readonly fault: string | null
  readonly standing: FeedStanding
  readonly now: number
}

/** A question about a feed, asked of the engine once it is read and again with every reading. `key` names the question. */
export function useFeedAnswer<T>(
  feed: string,
  key: readonly unknown[],
  ask: (engine: WorldEngine) => Promise<T>,
): FeedAnswer<T> {
  const { now, ...standing } = useFeedStanding(feed)
  const { answer, fault } = useAnswer({
    feeds: [feed],
    key: ['feed-answer', feed, ...key],
    enabled: standing.reading !== null,
    ask,
  })
  return { answer, fault, standing, now }
}
