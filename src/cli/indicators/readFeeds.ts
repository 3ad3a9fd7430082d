import { resolveUrl } from '#catalog/resolveUrl.ts'
import type { Catalog, CatalogFeed } from '#catalog/schema.ts'
import { admitFeed, type FeedAdmission } from '#feeds/door/admitFeed.ts'
import { FAILURES } from '#feeds/door/reasons.ts'
import type { FeedFailure } from '#feeds/protocols/protocol.ts'

/** One feed as it was read: past the door, or why not. */
export type FeedReading =
  | { readonly feed: CatalogFeed; readonly admission: Extract<FeedAdmission, { ok: true }> }
  | { readonly feed: CatalogFeed; readonly failure: FeedFailure; readonly sha256: string | null }

/** `ReadBytes` that is told which feed the bytes are wanted for, if for one. */
export type ReadSource = (url: string, feed?: string) => Promise<Uint8Array>

/** Reads feeds of the catalog, relative to its URL, and takes them through the door; in the order of `ids`. */
export async function readFeeds(
  catalog: Catalog,
  catalogUrl: string,
  ids: readonly string[],
  read: ReadSource,
): Promise<FeedReading[]> {
  const feeds = ids.flatMap((id) => catalog.feeds.filter((feed) => feed.id === id))
  return Promise.all(feeds.map((feed) => readOne(feed, catalog, catalogUrl, read)))
}

async function readOne(
  feed: CatalogFeed,
  catalog: Catalog,
  catalogUrl: string,
  read: ReadSource,
): Promise<FeedReading> {
  let bytes: Uint8Array
  try {
    bytes = await read(resolveUrl(feed.source.url, catalogUrl), feed.id)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { feed, failure: { reason: FAILURES.unreachable(feed.source.url, why) }, sha256: null }
  }
  const admission = admitFeed(bytes, feed, catalog.city)
  return admission.ok ? { feed, admission } : { feed, failure: admission.failure, sha256: admission.sha256 }
}
