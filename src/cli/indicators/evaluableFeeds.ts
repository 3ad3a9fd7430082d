import type { EvaluableFeed } from '#core/model/evaluation.ts'
import type { FeedReading } from './readFeeds'

/** Feeds as the evaluator sees them: their features, or why they cannot be read. */
export function evaluableFeeds(readings: readonly FeedReading[]): ReadonlyMap<string, EvaluableFeed> {
  return new Map(readings.map((reading) => [reading.feed.id, evaluable(reading)]))
}

function evaluable(reading: FeedReading): EvaluableFeed {
  const { id, record, footprint } = reading.feed
  if (!('admission' in reading)) return { id, record, error: reading.failure.reason.en }
  const { features, report } = reading.admission
  return { id, record, features, report, hasFootprint: footprint !== undefined }
}
