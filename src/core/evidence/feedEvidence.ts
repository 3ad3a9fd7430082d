import type { LocalText } from '../model/feature'
import { type FeedReport, hasTimeAside, type Reason } from '../model/feedReport'
import { shanghaiTime } from '../model/time'
import { withoutSecrets } from '../model/withoutSecrets'
import type { EvidenceFeed } from './evidence'

/** Why a feed could not be read, with line (from 1) and byte (from 0) where known; `sha256` null without bytes. */
export interface UnreadFeed {
  readonly failure: { readonly reason: Reason; readonly line?: number | undefined; readonly byte?: number | undefined }
  readonly sha256: string | null
}

/** A feed as the catalog names it and as it was read. */
export interface EvidenceFeedSource {
  readonly feed: {
    readonly id: string
    readonly title?: LocalText | undefined
    readonly record: string
    readonly sensitivity: string
    readonly source: { readonly url: string }
  }
  readonly reading: { readonly report: FeedReport } | UnreadFeed
  /** The bytes were written from what was known of a moment. */
  readonly reconstructed?: boolean | undefined
}

/** What evidence of the moment `now` (epoch milliseconds) says of one feed. */
export function feedEvidence({ feed, reading, reconstructed }: EvidenceFeedSource, now: number): EvidenceFeed {
  const { id, title, record, sensitivity, source } = feed
  const named = { id, title: title ?? { zh: id }, url: withoutSecrets(source.url), record, sensitivity }
  if ('failure' in reading) {
    const { reason, line, byte } = reading.failure
    return {
      ...named,
      sha256: reading.sha256,
      asOf: null,
      read: 0,
      accepted: 0,
      repaired: 0,
      quarantined: [],
      notices: [],
      error: { ...reasonText(reason), line: line ?? null, byte: byte ?? null },
    }
  }
  const { sha256, asOf, judgedAt = now, read, accepted, repaired, quarantined, notices } = reading.report
  return {
    ...named,
    ...(reconstructed && { reconstructed: true as const }),
    sha256,
    asOf: shanghaiTime(asOf),
    ...(hasTimeAside(reading.report) && judgedAt !== now && { now: shanghaiTime(judgedAt) }),
    read,
    accepted,
    repaired,
    quarantined: quarantined.map(({ index, id, field, reason }) => ({ index, id, field, ...reasonText(reason) })),
    notices: notices.map(({ reason, count, ids }) => ({ ...reasonText(reason), count, ids })),
  }
}

const reasonText = ({ code, zh, en }: Reason) => ({ code, reason: { zh, en } })
