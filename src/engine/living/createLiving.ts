import { readJson } from '#catalog/json/readJson.ts'
import type { Catalog } from '#catalog/schema.ts'
import type { PendingAction } from '#core/cases/withPending.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { FeedReport, Reason } from '#core/model/feedReport.ts'
import { isObject } from '#core/model/values.ts'
import { openLiveChannel } from '#feeds/live/liveChannel.ts'
import { LIVE_TRANSPORTS } from '#feeds/live/registry.ts'
import type { Timers } from '#feeds/live/transport.ts'
import type { FeedStore } from '#feeds/store/createFeedStore.ts'
import type { ChangeBatch } from '../EngineContext'
import type { EngineEvent } from '../engineEvents'
import type { PlaceByCode } from '../warnings/placeByCode'
import { pendingLayer } from '../world/pendingLayer'
import { type LivingFeed, livingFeeds } from './livingFeed'
import { takeChanges } from './takeChanges'
import { withDerived } from './withDerived'

/** Longest that a feed waits between a snapshot and the changes kept back for it, milliseconds. */
const HOLD_MS = 3_000
/** Changes kept back for a snapshot are in the store by then, milliseconds. */
const SETTLE_MS = 400
const TICK_MS = 1_000
/** Features of one feed that time is reckoned for at every tick; larger feeds take their turn every few ticks. */
const EVERY_TICK = 2_000
const LARGE_FEED_TICKS = 5

export interface LivingSettings {
  readonly store: FeedStore
  /** Null: no channels and no ticks, for an engine that only answers. */
  readonly timers: Timers | null
  /** Real time, epoch milliseconds. */
  readonly clock: () => number
  readonly random: () => number
  /** The app's time, epoch milliseconds. */
  readonly now: () => number
  /** How the channel of a kind of feed is opened; those of `feeds/live` when absent. */
  readonly transports?: typeof LIVE_TRANSPORTS
  onChange(batch: ChangeBatch): void
  /** A feature came as it had been before what is held of it. */
  onLate(feed: string, feature: CityFeature): void
  /** What is said of a feed is another, though none of its features is. */
  onReport(feed: string): void
  onTick(now: number): void
  /** Where warnings hold that tell it by a code. */
  readonly placing: Pick<PlaceByCode, 'place' | 'report'>
  emit(event: EngineEvent): void
}

/** What is kept of a reading beside its features. */
interface Reading {
  readonly bytes: Uint8Array
  /** What the door noted of single features, by id. */
  readonly noted: ReadonlyMap<string, readonly Reason[]>
}

/** What changes in the city between two readings of its feeds. */
export interface Living {
  /** `measured`: feeds whose changes are kept as they came, to be taken elsewhere with the numbers. */
  open(catalog: Catalog, catalogUrl: string | null, measured: ReadonlySet<string>): void
  isLiving(feed: string): boolean
  /** What a first reading becomes: with what time adds to it. */
  arrange(feed: string, features: readonly CityFeature[]): readonly CityFeature[]
  /** A first reading is in the store: its changes are listened for from now on. */
  begun(feed: string, reading: Reading): void
  /** A later reading, the features of which replace those held; what is the same stays the object it is. */
  renew(feed: string, features: readonly CityFeature[], report: FeedReport, reading: Reading): void
  /** Features that hold elsewhere than they did, as they are now. */
  move(feed: string, moved: ReadonlyMap<string, CityFeature>): void
  snapshotTaken(feed: string, ticket: number): void
  snapshotFailed(feed: string, ticket: number, reason: Reason): void
  retry(feed: string): void
  /** A feed is between a snapshot and its changes: nothing of it should be shown. */
  held(feed: string): boolean
  setPending(pending: readonly PendingAction[]): void
  /** Changes since the reading, as they came; null values are gone. */
  changed(feed: string): ReadonlyMap<string, unknown>
  close(): void
}

export function createLiving(settings: LivingSettings): Living {
  const { store, timers, clock, random, now, emit, transports = LIVE_TRANSPORTS } = settings
  let feeds: ReadonlyMap<string, LivingFeed> = new Map()
  let catalog: Catalog | null = null
  let base: string | null = null
  let ticks = 0
  let ticking = false
  const pending = pendingLayer(() => catalog)
  const { take, renew, move, reckonTime, layAnew } = takeChanges({ ...settings, pending })

  const listen = (living: LivingFeed): void => {
    const { feed } = living
    const { live, calendar } = feed
    if (!live || !timers || !catalog || living.channel) return
    living.channel = openLiveChannel({
      // The simulator works by the city's calendar: a named one is looked up for it.
      feed: typeof calendar === 'string' ? { ...feed, calendar: catalog.calendars[calendar] } : feed,
      url: live.url === undefined ? null : new URL(live.url, base ?? undefined),
      city: catalog.city,
      transport: transports[live.type],
      clock,
      now,
      random,
      timers,
      snapshot: async () => featuresOfBytes(living.bytes),
      onState: (state) => emit({ kind: 'connection', feed: feed.id, state }),
      wantSnapshot(ticket) {
        living.heldUntil = clock() + HOLD_MS
        emit({ kind: 'snapshot-wanted', feed: feed.id, ticket })
      },
      onChanges(changes) {
        const { refused, why } = take(living, changes)
        living.channel?.judged(changes.length - refused, refused, why)
      },
    })
  }

  const isDue = ({ feed }: LivingFeed): boolean =>
    (store.get(feed.id)?.features.length ?? 0) <= EVERY_TICK || ticks % LARGE_FEED_TICKS === 0

  const layAll = (features: ReadonlyMap<string, Iterable<string>>): void => {
    for (const [id, ids] of features) {
      const living = feeds.get(id)
      if (living && store.get(id)) layAnew(living, ids)
    }
  }

  const tick = (): void => {
    if (!ticking || !timers) return
    ticks += 1
    const moment = now()
    for (const living of feeds.values()) if (isDue(living)) reckonTime(living, moment)
    layAll(new Map([...pending.underWay()].map(([id, features]) => [id, features.keys()])))
    settings.onTick(moment)
    timers.set(tick, TICK_MS)
  }

  const remember = (
    living: LivingFeed,
    { bytes, noted }: Reading,
    { notices }: FeedReport,
    features: readonly CityFeature[],
  ): void => {
    if (living.feed.live?.type === 'demo') living.bytes = bytes
    const single = new Set([...noted.values()].flatMap((reasons) => reasons.map(({ code }) => code)))
    living.noted = new Map(noted)
    living.besides = notices.filter(({ reason }) => !single.has(reason.code))
    living.readIds = new Set(features.map(({ id }) => id))
    living.overflow = 0
  }

  const stop = (): void => {
    for (const { channel } of feeds.values()) channel?.close()
    feeds = new Map()
  }

  return {
    open(opened, catalogUrl, measured) {
      stop()
      catalog = opened
      base = catalogUrl
      feeds = livingFeeds(opened, store, measured, now)
      if (!ticking && timers && feeds.size > 0) {
        ticking = true
        timers.set(tick, TICK_MS)
      }
    },

    isLiving: (feed) => feeds.has(feed),

    arrange(id, features) {
      const derive = feeds.get(id)?.derive ?? null
      const moment = now()
      return derive
        ? features.map((feature) => withDerived(settings.placing.place(id, feature), derive, moment, null))
        : features
    },

    begun(id, reading) {
      const living = feeds.get(id)
      const stored = store.get(id)
      if (!living || !stored) return
      remember(living, reading, stored.report, stored.features)
      const after = new Map(stored.features.map((feature) => [feature.id, feature]))
      settings.onChange({ feed: id, before: new Map(), after, arrival: now() })
      listen(living)
    },

    renew(id, features, report, reading) {
      const living = feeds.get(id)
      if (!living) throw new Error(`feed ${id} has not begun`)
      remember(living, reading, report, features)
      renew(living, features, report)
    },

    move(id, moved) {
      const living = feeds.get(id)
      if (living) move(living, moved)
    },

    snapshotTaken(id, ticket) {
      const living = feeds.get(id)
      living?.channel?.snapshotTaken(ticket)
      if (living) living.heldUntil = Math.min(living.heldUntil, clock() + SETTLE_MS)
    },
    snapshotFailed(id, ticket, reason) {
      const living = feeds.get(id)
      living?.channel?.snapshotFailed(ticket, reason)
      if (living) living.heldUntil = 0
    },
    retry: (id) => feeds.get(id)?.channel?.retry(),
    held: (id) => (feeds.get(id)?.heldUntil ?? 0) > clock(),
    setPending: (actions) => layAll(pending.set(actions)),
    changed: (id) => feeds.get(id)?.changed ?? new Map(),
    close() {
      ticking = false
      stop()
    },
  }
}

function featuresOfBytes(bytes: Uint8Array | null): readonly unknown[] {
  if (!bytes) return []
  const reading = readJson(bytes, { nullNotFinite: true })
  const features = reading.ok && isObject(reading.value) && reading.value.features
  return Array.isArray(features) ? features : []
}
