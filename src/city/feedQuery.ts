import { queryOptions } from '@tanstack/react-query'
import type { CatalogFeed } from '#catalog/schema.ts'
import type { FeedReport, Reason } from '#core/model/feedReport.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'
import { readCopy, writeCopy } from '#feeds/queries/feedCopy.ts'
import { fetchBytes } from '#feeds/queries/fetchBytes.ts'

/** What the page knows of a feed's latest good reading. */
export interface FeedReading {
  readonly report: FeedReport
  /** URL of the admitted features for the map. */
  readonly mapUrl: string
  readonly bounds: readonly [number, number, number, number] | null
  readonly properties: readonly string[]
  /** When these bytes left the server, epoch milliseconds: not the time of the data. */
  readonly fetchedAt: number
  /** The server could not be reached or answered badly, and these are the bytes kept from before. */
  readonly fromCopy: boolean
  /** Why the copy was used. */
  readonly fault: Reason | null
}

export type Admit = (
  feedId: string,
  bytes: Uint8Array,
  /** When they left the server, epoch milliseconds. */
  fetchedAt: number,
) => Promise<
  | {
      readonly ok: true
      readonly report: FeedReport
      readonly mapUrl: string
      readonly bounds: FeedReading['bounds']
      readonly properties: readonly string[]
    }
  | { readonly ok: false; readonly reason: Reason }
>

/** Timers count in 32 bits; a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** A feed that could not be read is tried again at the latest after this long, also where it has no cycle of its own. */
const AGAIN_MS = 60_000

/** Milliseconds until a feed is read again; false: not until something asks for it, as the channel of a live feed does. */
function nextReading({ refreshSeconds, live }: CatalogFeed, { data, error }: Known): number | false {
  const cycle = refreshSeconds && !live ? Math.min(refreshSeconds * 1000, LONGEST_TIMER_MS) : false
  const failing = live ? error !== null && data === undefined : error !== null || (data?.fault ?? null) !== null
  return failing ? Math.min(cycle || AGAIN_MS, AGAIN_MS) : cycle
}

/** What is known of a feed: its last reading, and why the last attempt failed. */
interface Known {
  readonly data: FeedReading | undefined
  readonly error: unknown
}

/**
 * Fetches, admits and keeps one feed. A reading that fails leaves the last good one in place; at the start of a page the
 * copy kept in this browser stands in. Errors are `FeedFault`s with a reason in words.
 */
export function feedQueryOptions(feed: CatalogFeed, catalogUrl: string, admit: Admit) {
  const url = new URL(feed.source.url, catalogUrl).href
  const copyKey = `${catalogUrl}#${feed.id}`
  return queryOptions({
    queryKey: ['feed', catalogUrl, feed.id],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }: { readonly state: Known }) => nextReading(feed, state),
    refetchIntervalInBackground: true,
    // What hung once hangs again: the next cycle asks.
    retry: (failures, error) => failures < 1 && FeedFault.from(feed.id, error).reason.code !== 'timeout',
    queryFn: async ({ signal }): Promise<FeedReading> => {
      try {
        const fetched = await fetchBytes(url, signal)
        const admitted = await admit(feed.id, fetched.bytes.slice(), fetched.fetchedAt)
        if (!admitted.ok) throw new FeedFault(feed.id, admitted.reason)
        if (!fetched.stored) void writeCopy(copyKey, fetched)
        const { report, mapUrl, bounds, properties } = admitted
        return {
          report,
          mapUrl,
          bounds,
          properties,
          fetchedAt: fetched.fetchedAt,
          fromCopy: fetched.stored,
          fault: fetched.stored ? FeedFault.unreachable(url).reason : null,
        }
      } catch (error) {
        if (signal.aborted) throw error
        const fault = FeedFault.from(feed.id, error)
        const copy = await readCopy(copyKey)
        const admitted = copy && (await admit(feed.id, copy.bytes, copy.fetchedAt))
        if (!copy || !admitted?.ok) throw fault
        const { report, mapUrl, bounds, properties } = admitted
        return {
          report,
          mapUrl,
          bounds,
          properties,
          fetchedAt: copy.fetchedAt,
          fromCopy: true,
          fault: fault.reason,
        }
      }
    },
  })
}
