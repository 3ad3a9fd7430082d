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
}

/** Judges one feed at the app's time `now`, epoch milliseconds. */
export function feedStanding(feed: CatalogFeed, query: FeedQueryView, now: number): FeedStanding {
  const reading = query.data ?? null
  const fault = query.fault ?? reading?.fault ?? null
  const freshness = reading && freshnessOf(reading.report.asOf, now, feed.staleSeconds, feed.refreshSeconds)
  const state = fault ? 'failing' : (freshness ?? (query.fetching ? 'loading' : 'idle'))
  return { feed, reading, fault, freshness, state }
}

/** There is a reading, and it is too old, or of no known time, to stand as current. */
export const isOutOfDate = ({ freshness }: FeedStanding): boolean => freshness !== null && !isCurrent(freshness)

export interface FeedSummary {
  /** Feeds read, being read or failing: those the page uses. */
  readonly used: number
  readonly live: number
  readonly loading: number
  readonly quarantined: number
}

/** The headline of data health: n of m feeds current, k features quarantined. */
export function summarizeFeeds(standings: readonly FeedStanding[]): FeedSummary {
  const used = standings.filter(({ state }) => state !== 'idle')
  return {
    used: used.length,
    live: used.filter(({ state }) => state === 'live').length,
    loading: used.filter(({ state }) => state === 'loading').length,
    quarantined: used.reduce((sum, { reading }) => sum + (reading?.report.quarantined.length ?? 0), 0),
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
