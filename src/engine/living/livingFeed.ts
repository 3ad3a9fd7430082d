import type { Catalog, CatalogFeed } from '#catalog/schema.ts'
import type { Derivation } from '#core/model/feature.ts'
import type { FeedNotice, Quarantined, Reason } from '#core/model/feedReport.ts'
import { type NewestFirst, newestFirst } from '#core/model/newestFirst.ts'
import { changeDoor } from '#feeds/door/changeDoor.ts'
import type { LiveChannel } from '#feeds/live/liveChannel.ts'
import type { FeedStore } from '#feeds/store/createFeedStore.ts'
import { derivationOf } from './derivationOf'

/** A feed that changes: by its channel, by time, or both. */
export interface LivingFeed {
  readonly feed: CatalogFeed
  readonly derive: Derivation | null
  readonly door: ReturnType<typeof changeDoor> | null
  /** When what is gone was newest, so that a message from before does not bring it back; the latest so many. */
  readonly gone: NewestFirst<number>
  /** What the door noted of single features, by id, and what it noted of the reading besides. */
  noted: Map<string, readonly Reason[]>
  besides: readonly FeedNotice[]
  /** Features of changes that the door kept out, the latest of each id. */
  readonly bad: Map<string, Quarantined>
  /** Changes since the reading, as they came, for feeds whose numbers can be taken elsewhere; a null value: gone. */
  readonly changed: Map<string, unknown> | null
  /** Ids of the latest reading. */
  readIds: ReadonlySet<string>
  /** Features let go, or not taken in, since then because there were too many. */
  overflow: number
  /** Bytes of the latest reading, where the transport plays the source itself. */
  bytes: Uint8Array | null
  channel: LiveChannel | null
  heldUntil: number
}

/** Of features that are gone it is known this long when they were newest. */
const MOST_GONE = 10_000

/** The living feeds of a catalog, by id. `measured`: feeds whose changes are kept as they came. */
export function livingFeeds(
  catalog: Catalog,
  store: FeedStore,
  measured: ReadonlySet<string>,
  now: () => number,
): ReadonlyMap<string, LivingFeed> {
  const living = catalog.feeds.flatMap((feed): LivingFeed[] => {
    const derive = derivationOf(feed, catalog)
    if (!feed.live && !derive) return []
    const known = (id: string) => store.find(feed.id, id)
    const taken = (mapId: number) => store.feature(feed.id, mapId) !== undefined
    return [
      {
        feed,
        derive,
        door: feed.live ? changeDoor(feed, catalog.city, known, taken, now) : null,
        gone: newestFirst(MOST_GONE),
        noted: new Map(),
        besides: [],
        bad: new Map(),
        changed: measured.has(feed.id) ? new Map() : null,
        readIds: new Set(),
        overflow: 0,
        bytes: null,
        channel: null,
        heldUntil: 0,
      },
    ]
  })
  return new Map(living.map((each) => [each.feed.id, each]))
}
