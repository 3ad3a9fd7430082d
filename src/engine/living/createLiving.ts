import type { Catalog, CatalogFeed } from '#catalog/schema.ts'
import type { PendingAction } from '#core/cases/withPending.ts'
import type { CityFeature, Derivation } from '#core/model/feature.ts'
import type { FeedReport, Quarantined, Reason } from '#core/model/feedReport.ts'
import { changeDoor } from '#feeds/door/changeDoor.ts'
import { type LiveChannel, openLiveChannel } from '#feeds/live/liveChannel.ts'
import type { Change } from '#feeds/live/readMessage.ts'
import { LIVE_TRANSPORTS } from '#feeds/live/registry.ts'
import type { Timers } from '#feeds/live/transport.ts'
import type { FeedStore } from '#feeds/store/createFeedStore.ts'
import { keepUnchanged } from '#feeds/store/keepUnchanged.ts'
import type { ChangeBatch } from '../EngineContext'
import type { EngineEvent } from '../engineEvents'
import { createOverlay } from '../world/createOverlay'
import { derivationOf } from './derivationOf'
import { livingReport } from './livingReport'
import { withDerived } from './withDerived'

/** Longest that a feed waits between a snapshot and the changes kept back for it, milliseconds. */
const HOLD_MS = 3_000
/** Features of one feed that time is reckoned for at every tick; larger feeds take their turn every few ticks. */
const EVERY_TICK = 2_000
const LARGE_FEED_TICKS = 5

/** A feed that changes: by its channel, by time, or both. */
interface LivingFeed {
  readonly feed: CatalogFeed
  readonly derive: Derivation | null
  readonly door: ReturnType<typeof changeDoor> | null
  /** Features of changes that the door kept out, the latest of each id. */
  readonly bad: Map<string, Quarantined>
  /** Changes since the reading, as they came, for feeds whose numbers can be taken elsewhere; a null value: gone. */
  readonly changed: Map<string, unknown> | null
  /** Bytes of the latest reading, where the transport plays the source itself. */
  bytes: Uint8Array | null
  channel: LiveChannel | null
  heldUntil: number
}

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
  onTick(now: number): void
  emit(event: EngineEvent): void
}

/** What changes in the city between two readings of its feeds. */
export interface Living {
  /** `measured`: feeds whose changes are kept as they came, to be taken elsewhere with the numbers. */
  open(catalog: Catalog, catalogUrl: string | null, measured: ReadonlySet<string>): void
  isLiving(feed: string): boolean
  /** What a first reading becomes: with what time adds to it. */
  arrange(feed: string, features: readonly CityFeature[]): readonly CityFeature[]
  /** A first reading is in the store: its changes are listened for from now on. */
  begun(feed: string, bytes: Uint8Array): void
  /** A later reading, the features of which replace those held; what is the same stays the object it is. */
  renew(feed: string, features: readonly CityFeature[], report: FeedReport, bytes: Uint8Array): void
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
  const feeds = new Map<string, LivingFeed>()
  const overlay = createOverlay()
  let catalog: Catalog | null = null
  let base: string | null = null
  let ticks = 0
  let ticking = false

  const put = (id: string, changes: ReadonlyMap<string, CityFeature | null>, report: FeedReport): void => {
    if (changes.size === 0) {
      store.change(id, changes, report)
      return
    }
    const before = new Map([...changes.keys()].map((key) => [key, store.find(id, key)]))
    store.change(id, changes, report)
    const after = new Map([...changes].map(([key, feature]) => [key, feature ?? undefined]))
    settings.onChange({ feed: id, before, after, arrival: now() })
  }

  const reportOf = (living: LivingFeed, changes: ReadonlyMap<string, CityFeature | null>): FeedReport => {
    const stored = store.get(living.feed.id)
    if (!stored) throw new Error(`feed ${living.feed.id} has not come in`)
    let accepted = stored.features.length
    for (const [id, feature] of changes) {
      const known = store.find(stored.id, id) !== undefined
      if (feature && !known) accepted += 1
      if (!feature && known) accepted -= 1
    }
    const read = stored.report.quarantined.filter(({ id }) => id === null || (!changes.has(id) && !living.bad.has(id)))
    const come = [...changes.values()].filter((feature) => feature !== null)
    return livingReport(stored.report, { accepted, come, quarantined: [...read, ...living.bad.values()] })
  }

  const apply = (living: LivingFeed, changes: readonly Change[]): void => {
    const { feed, derive, door, bad, changed } = living
    if (!door || !store.get(feed.id)) return
    const moment = now()
    const puts = new Map<string, CityFeature | null>()
    for (const change of changes) {
      const known = store.find(feed.id, change.id)
      if (change.kind === 'gone') {
        bad.delete(change.id)
        overlay.gone(feed.id, change.id)
        changed?.set(change.id, null)
        if (known) puts.set(change.id, null)
        continue
      }
      const admitted = door(change.id, change.feature)
      if (!admitted.ok) {
        bad.set(change.id, admitted.quarantined)
        continue
      }
      bad.delete(change.id)
      changed?.set(change.id, change.feature)
      const feature = withDerived(overlay.lay(feed.id, admitted.feature, moment), derive, moment, known ?? null)
      const [kept] = known ? keepUnchanged([known], [feature]) : [feature]
      if (kept && kept !== known) puts.set(change.id, kept)
    }
    put(feed.id, puts, reportOf(living, puts))
  }

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
      onChanges: (changes) => apply(living, changes),
    })
  }

  const reckonTime = (living: LivingFeed, moment: number): void => {
    const { feed, derive } = living
    const stored = store.get(feed.id)
    if (!derive || !stored) return
    if (stored.features.length > EVERY_TICK && ticks % LARGE_FEED_TICKS !== 0) return
    const puts = new Map<string, CityFeature | null>()
    for (const feature of stored.features) {
      const derived = withDerived(feature, derive, moment, feature)
      if (derived !== feature) puts.set(feature.id, derived)
    }
    if (puts.size > 0) put(feed.id, puts, reportOf(living, puts))
  }

  /** Lays what is under way over features as their feeds say them. */
  const layAnew = (id: string, features: Iterable<string>): void => {
    const living = feeds.get(id)
    if (!living || !store.get(id)) return
    const moment = now()
    const puts = new Map<string, CityFeature | null>()
    for (const featureId of features) {
      const shown = store.find(id, featureId)
      if (!shown) continue
      const laid = overlay.lay(id, overlay.said(id, featureId) ?? shown, moment)
      const [next] = keepUnchanged([shown], [withDerived(laid, living.derive, moment, shown)])
      if (next && next !== shown) puts.set(featureId, next)
    }
    if (puts.size > 0) put(id, puts, reportOf(living, puts))
  }

  const tick = (): void => {
    if (!ticking || !timers) return
    ticks += 1
    const moment = now()
    for (const living of feeds.values()) reckonTime(living, moment)
    for (const [id, features] of overlay.underWay()) layAnew(id, features.keys())
    settings.onTick(moment)
    timers.set(tick, TICK_MS)
  }

  return {
    open(opened, catalogUrl, measured) {
      for (const { channel } of feeds.values()) channel?.close()
      feeds.clear()
      catalog = opened
      base = catalogUrl
      for (const feed of opened.feeds) {
        const derive = derivationOf(feed, opened)
        if (!feed.live && !derive) continue
        const known = (id: string) => store.find(feed.id, id)
        const taken = (mapId: number) => store.feature(feed.id, mapId) !== undefined
        const door = feed.live ? changeDoor(feed, opened.city, known, taken) : null
        feeds.set(feed.id, {
          feed,
          derive,
          door,
          bad: new Map(),
          changed: measured.has(feed.id) ? new Map() : null,
          bytes: null,
          channel: null,
          heldUntil: 0,
        })
      }
      if (!ticking && timers && feeds.size > 0) {
        ticking = true
        timers.set(tick, TICK_MS)
      }
    },

    isLiving: (feed) => feeds.has(feed),

    arrange(id, features) {
      const derive = feeds.get(id)?.derive ?? null
      const moment = now()
      return derive ? features.map((feature) => withDerived(feature, derive, moment, null)) : features
    },

    begun(id, bytes) {
      const living = feeds.get(id)
      const stored = store.get(id)
      if (!living || !stored) return
      if (living.feed.live?.type === 'demo') living.bytes = bytes
      const after = new Map(stored.features.map((feature) => [feature.id, feature]))
      settings.onChange({ feed: id, before: new Map(), after, arrival: now() })
      listen(living)
    },

    renew(id, features, report, bytes) {
      const living = feeds.get(id)
      const stored = store.get(id)
      if (!living || !stored) throw new Error(`feed ${id} has not begun`)
      if (living.feed.live?.type === 'demo') living.bytes = bytes
      const moment = now()
      const derived = features.map((feature) =>
        withDerived(overlay.lay(id, feature, moment), living.derive, moment, store.find(id, feature.id) ?? null),
      )
      const kept = new Map(keepUnchanged(stored.features, derived).map((feature) => [feature.id, feature]))
      const changes = new Map<string, CityFeature | null>()
      for (const feature of kept.values()) if (store.find(id, feature.id) !== feature) changes.set(feature.id, feature)
      for (const feature of stored.features) if (!kept.has(feature.id)) changes.set(feature.id, null)
      living.bad.clear()
      living.changed?.clear()
      const revision = (stored.report.revision ?? 0) + (changes.size > 0 ? 1 : 0)
      put(id, changes, { ...report, revision })
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
    setPending(pending) {
      for (const [id, features] of overlay.set(pending)) layAnew(id, features)
    },
    changed: (id) => feeds.get(id)?.changed ?? new Map(),
    close() {
      ticking = false
      for (const { channel } of feeds.values()) channel?.close()
      feeds.clear()
    },
  }
}

const TICK_MS = 1_000
/** Changes kept back for a snapshot are in the store by then, milliseconds. */
const SETTLE_MS = 400

function featuresOfBytes(bytes: Uint8Array | null): readonly unknown[] {
  if (!bytes) return []
  const collection: unknown = JSON.parse(new TextDecoder().decode(bytes))
  const features = typeof collection === 'object' && collection !== null && Reflect.get(collection, 'features')
  return Array.isArray(features) ? features : []
}
