import type { CatalogFeed } from '#catalog/schema.ts'
import type { FeedReading } from '#city/feedQuery.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { type Freshness, freshnessOf, isCurrent } from '#core/model/time.ts'

/**
 * How a feed stands: `idle` not read on this page, `failing` could not be read now (an earlier reading may still be in
 * use), and for a good reading the freshness of the data itself.
 */
export type FeedState = 'idle' | 'loading' | 'failing' | 'live' | 'late' | 'stale' | 'never'

export interface FeedStanding {
  readonly feed: CatalogFeed
  readonly state: FeedState
  /** Of the reading in use, also while its source fails; null without a reading. */
  readonly freshness: Freshness | null
  /** The reading in use, good or kept from before. */
  readonly reading: FeedReading | null
  readonly fault: Reason | null
}

/** What the query cache knows of a feed. */
export interface FeedQueryView {
  readonly data: FeedReading | undefined
  readonly fault: Reason | null
  readonly fetching: boolean
  /** Why its channel is of no use, though connected. */
  readonly unreadable?: Reason | null
}

/** Judges one feed at the app's time `now`, epoch milliseconds. */
export function feedStanding(feed: CatalogFeed, query: FeedQueryView, now: number): FeedStanding {
  const reading = query.data ?? null
  const fault = query.fault ?? reading?.fault ?? query.unreadable ?? null
  const freshness = reading && freshnessOf(reading.report.asOf, now, feed.staleSeconds, feed.refreshSeconds)
  const state = fault ? 'failing' : (freshness ?? (query.fetching ? 'loading' : 'idle'))
  return { feed, reading, fault, freshness, state }
}

/** There is a reading, and it is too old, or of no known time, to stand as current. */
export const isOutOfDate = ({ freshness }: FeedStanding): boolean => freshness !== null && !isCurrent(freshness)

export interface FeedSummary {
  /** Feeds of the catalog, whatever the page has used of them: the number that the others are out of. */
  readonly all: number
  readonly live: number
  /** Feeds that nothing is known of yet: not read on this page, or being read for the first time. */
  readonly unread: readonly FeedStanding[]
  readonly quarantined: number
}

/** The headline of data health: n of m feeds current, some not read, k features quarantined. */
export function summarizeFeeds(standings: readonly FeedStanding[]): FeedSummary {
  return {
    all: standings.length,
    live: standings.filter(({ state }) => state === 'live').length,
    unread: standings.filter(({ state }) => state === 'idle' || state === 'loading'),
    quarantined: standings.reduce((sum, { reading }) => sum + (reading?.report.quarantined.length ?? 0), 0),
  }
}

/** Most pressing first. */
const PRESSING: readonly FeedState[] = ['failing', 'stale', 'never', 'late']

/** Feeds in the order in which they want looking at: failing, stale, of unknown time, late, with quarantine, the rest. */
export function byNeed(standings: readonly FeedStanding[]): readonly FeedStanding[] {
  return standings.toSorted((a, b) => need(a) - need(b))
}

function need({ state, reading }: FeedStanding): number {
  const rank = PRESSING.indexOf(state)
  if (rank >= 0) return rank
  return reading && reading.report.quarantined.length > 0 ? PRESSING.length : PRESSING.length + 1
}
