import { resolveUrl } from '#catalog/loadCatalog.ts'
import type { Catalog, CatalogFeed } from '#catalog/schema.ts'
import type { FeedReport } from '#core/model/feedReport.ts'
import type { AppClock } from '#core/model/time.ts'
import { NOW } from '#core/model/world.ts'
import type { CityEngine } from '#engine/engineApi.ts'
import { FAILURES } from '#feeds/door/reasons.ts'
import type { FeedFailure } from '#feeds/protocols/protocol.ts'
import { ReadStopped } from '#feeds/queries/boundedRead.ts'
import { FeedFault } from '#feeds/queries/FeedFault.ts'

/** One feed as it was read: past the door, or why not. */
export type FeedReading =
  | { readonly feed: CatalogFeed; readonly report: FeedReport }
  | { readonly feed: CatalogFeed; readonly failure: FeedFailure; readonly sha256: string | null }

/** The bytes at an absolute URL, for a feed if for one; or an Error that says why not. */
export type ReadSource = (url: string, feed?: string) => Promise<Uint8Array>

interface Wanted {
  readonly catalog: Catalog
  readonly catalogUrl: string
  readonly ids: readonly string[]
  readonly read: ReadSource
  /** Feeds whose bytes the program wrote itself: WGS84 with canonical names. */
  readonly written: ReadonlySet<string>
  /** By which times are told from those that lie ahead, epoch milliseconds; and of single feeds, where another. */
  readonly now: number
  readonly nowOf?: ReadonlyMap<string, number> | undefined
}

const standingAt = (start: number): AppClock => ({ start, at: 0, speed: 0 })

/**
 * Reads feeds of the catalog, relative to its URL, into the engine; in the order of `ids`. Feeds that the engine asks for
 * meanwhile, to know where a warning holds, are read after them; one of those that cannot be read is none at all.
 */
export async function readFeeds(engine: CityEngine, wanted: Wanted): Promise<FeedReading[]> {
  const { catalog, ids } = wanted
  const asked: string[] = []
  engine.follow((event) => {
    if (event.kind === 'feed-wanted') asked.push(event.feed)
  })
  const feedsOf = (list: readonly string[]) => list.flatMap((id) => catalog.feeds.filter((feed) => feed.id === id))
  const readings = await readSome(engine, feedsOf(ids), wanted)
  for (let next = asked.shift(); next !== undefined; next = asked.shift()) {
    const more = ids.includes(next) ? [] : await readSome(engine, feedsOf([next]), wanted)
    readings.push(...more.filter((reading) => 'report' in reading))
  }
  return Promise.all(readings.map((reading) => asItStands(engine, reading)))
}

/** A feed of zones may have placed warnings that were read before it. */
async function asItStands(engine: CityEngine, reading: FeedReading): Promise<FeedReading> {
  if (!('report' in reading) || reading.feed.record !== 'warning') return reading
  const { revision: _, ...report } = (await engine.feedState(NOW, reading.feed.id))?.report ?? reading.report
  return { ...reading, report }
}

async function readSome(
  engine: CityEngine,
  feeds: readonly CatalogFeed[],
  { catalogUrl, read, written, now, nowOf }: Wanted,
): Promise<FeedReading[]> {
  const sources = await Promise.all(
    feeds.map((feed) =>
      read(resolveUrl(feed.source.url, catalogUrl), feed.id).catch((error: unknown) =>
        error instanceof ReadStopped || error instanceof FeedFault
          ? error.reason
          : FAILURES.unreachable(feed.source.url, error instanceof Error ? error.message : String(error)),
      ),
    ),
  )
  const readings = feeds.map((feed, at): FeedReading => {
    const source = sources[at]
    if (!(source instanceof Uint8Array)) {
      const reason = source ?? FAILURES.unreachable(feed.source.url, '')
      engine.unreachable(feed.id, reason)
      return { feed, failure: { reason }, sha256: null }
    }
    engine.setClock(standingAt(nowOf?.get(feed.id) ?? now))
    const admission = engine.admit(feed.id, source, written.has(feed.id))
    if (admission.ok) return { feed, report: admission.report }
    const { sha256, reason, line, byte } = admission
    return { feed, failure: { reason, line, byte }, sha256 }
  })
  engine.setClock(standingAt(now))
  return readings
}
