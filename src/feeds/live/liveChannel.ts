import type { CatalogCity, CatalogFeed } from '#catalog/schema.ts'
import { failureReason } from '#core/model/failureReason.ts'
import type { Reason } from '#core/model/feedReport.ts'
import { backoff } from '../backoff'
import { type ChannelKind, type ChannelLimits, type ChannelState, LIMITS } from './channelState'
import { createCoalescer } from './coalescer'
import { openConnection } from './connection'
import { createDelivery } from './delivery'
import { LIVE_REASONS } from './liveReasons'
import { type Change, readMessage } from './readMessage'
import type { LiveTransport, OpenTransport, Timers } from './transport'

export interface LiveChannelSettings {
  readonly feed: CatalogFeed
  /** Absolute URL of `live.url`; null where there is none. */
  readonly url: URL | null
  readonly city: CatalogCity
  readonly transport: OpenTransport
  /** Real time, epoch milliseconds: back-off, heartbeats, the state's times. */
  readonly clock: () => number
  /** The city's clock, epoch milliseconds: `arrival` of changes. `clock` when absent. */
  readonly now?: () => number
  readonly random: () => number
  readonly timers: Timers
  readonly limits?: Partial<ChannelLimits>
  /** See `TransportSettings.snapshot`; gives nothing when absent. */
  readonly snapshot?: () => Promise<readonly unknown[]>
  /** Heard at every change of kind or reason; counts at most once a second, and not for a heartbeat alone. */
  onState(state: ChannelState): void
  /**
   * Fetch the source now (a fetch begun earlier will not do), show it, then call `snapshotTaken(ticket)`; or
   * `snapshotFailed` when it did not come from the server (a copy kept from before is no snapshot).
   */
  wantSnapshot(ticket: number): void
  /**
   * Changes in order of first arrival, at most one per feature. A promise holds the next batch back until it resolves;
   * one that is rejected, or a throw, means that the batch was not taken in, and a snapshot is asked for.
   */
  onChanges(changes: readonly Change[]): void | Promise<void>
}

export interface LiveChannel {
  state(): ChannelState
  /** The snapshot asked for with this ticket is in place. Earlier tickets are ignored: what they brought may be too old. */
  snapshotTaken(ticket: number): void
  snapshotFailed(ticket: number, reason: Reason): void
  /** What became of a batch at the door: changes that could be used, those that could not, and why the last of these. */
  judged(used: number, refused: number, why: Reason | null): void
  /** Try now instead of at `retryAt`: the network is back, or someone asks. Does nothing while connected. */
  retry(): void
  close(): void
}

/** Counts in the state are told at most this often. */
const TELL_MS = 1_000

/**
 * The living side of a feed. Every time a connection opens, changes are kept back, a snapshot is asked for, and only
 * when it is in place are they handed on: what happened before the connection stood is in the snapshot, what happens
 * after it is in the changes. So the first snapshot of a page, taken before there was a connection, is asked for again.
 * A change may be older than the snapshot; then a later one of the same feature is on its way, since messages are ordered.
 */
export function openLiveChannel(settings: LiveChannelSettings): LiveChannel {
  const { feed, clock, random, timers, onState, wantSnapshot } = settings
  const now = settings.now ?? clock
  const limits = { ...LIMITS, ...settings.limits }
  const pending = createCoalescer(limits.maximumIds, feed.record === 'device')
  const delivery = createDelivery({ ...limits, pending, clock, timers, onChanges: settings.onChanges, refused })
  const heartbeat = feed.live?.heartbeatSeconds

  let kind: ChannelKind = 'connecting'
  let since = clock()
  let attempts = 0
  let openedAt: number | null = null
  let retryAt: number | null = null
  let reason: Reason | null = null
  let lastMessage: number | null = null
  let received = 0
  let bad = 0
  let unusable = 0
  let lastBad: Reason | null = null
  let dropped = 0

  let connection: LiveTransport | null = null
  let ticket = 0
  let snapshotFailures = 0
  /** The next attempt to connect, or while catching up, to get a snapshot. */
  let retryTimer: unknown = null
  let tellTimer: unknown = null

  const stable = (): boolean => openedAt !== null && clock() - openedAt >= limits.stableMs

  const state = (): ChannelState => ({
    kind,
    since,
    attempt: stable() ? 0 : attempts,
    retryAt,
    reason,
    lastMessage,
    received,
    bad,
    unusable,
    lastBad,
    waitingChanges: pending.size,
    dropped,
  })

  function tell(): void {
    if (tellTimer !== null) timers.clear(tellTimer)
    tellTimer = null
    onState(state())
  }

  function tellSoon(): void {
    tellTimer ??= timers.set(() => {
      tellTimer = null
      onState(state())
    }, TELL_MS)
  }

  function become(next: ChannelKind, why: Reason | null, at: number | null = null): void {
    if (kind !== next) since = clock()
    kind = next
    reason = why
    retryAt = at
    tell()
  }

  /** Runs once after a back-off, and says when. */
  function later(failures: number, run: () => void): number {
    if (retryTimer !== null) timers.clear(retryTimer)
    const wait = backoff(failures, { firstMs: limits.retryMs, longestMs: limits.maximumRetryMs, sure: 0 }, random)
    retryTimer = timers.set(() => {
      retryTimer = null
      run()
    }, wait)
    return clock() + wait
  }

  function stopRetry(): void {
    if (retryTimer !== null) timers.clear(retryTimer)
    retryTimer = null
  }

  function connect(): void {
    stopRetry()
    attempts += 1
    become('connecting', reason)
    connection = openConnection(
      {
        transport: settings.transport,
        settings: {
          feed,
          url: settings.url,
          city: settings.city,
          now,
          timers,
          random,
          snapshot: settings.snapshot ?? (async () => []),
        },
        clock,
        connectMs: limits.connectMs,
        silenceMs: heartbeat === undefined ? null : heartbeat * 1000,
      },
      { opened, message, alive, closed },
    )
  }

  function opened(): void {
    openedAt = clock()
    lastMessage = clock()
    delivery.hold()
    // Left over from the connection before: what followed them was missed, so they may be older than the snapshot.
    dropped += pending.clear()
    snapshotFailures = 0
    askSnapshot(null)
  }

  function askSnapshot(why: Reason | null): void {
    stopRetry()
    ticket += 1
    const asked = ticket
    become('catching-up', why)
    retryTimer = timers.set(
      () => snapshotFailed(asked, LIVE_REASONS.snapshotLate(limits.snapshotMs / 1000)),
      limits.snapshotMs,
    )
    wantSnapshot(asked)
  }

  /** The snapshot asked for, if any, will not do; another is asked for after a back-off. */
  function catchUpLater(why: Reason): void {
    ticket += 1
    snapshotFailures += 1
    delivery.hold()
    become(
      'catching-up',
      why,
      later(snapshotFailures, () => askSnapshot(why)),
    )
  }

  function snapshotFailed(of: number, why: Reason): void {
    if (of === ticket && kind === 'catching-up') catchUpLater(why)
  }

  function message(data: string | readonly unknown[]): void {
    lastMessage = clock()
    const reading = readMessage(data, feed.fields, now())
    bad += reading.bad.length
    unusable += reading.bad.length
    lastBad = reading.bad.at(-1) ?? lastBad
    for (const change of reading.changes) {
      received += 1
      const kept = pending.size
      if (pending.add(change)) continue
      dropped += kept + 1
      // While a snapshot is waited for already, the one that is coming may lack what was let go: another is needed.
      if (retryAt === null) catchUpLater(LIVE_REASONS.overflow(limits.maximumIds))
    }
    if (reading.changes.length > 0) delivery.added()
    tellSoon()
  }

  function alive(): void {
    lastMessage = clock()
  }

  function closed(why: Reason): void {
    connection = null
    if (stable()) attempts = 0
    openedAt = null
    stopRetry()
    become('waiting', why, later(Math.max(1, attempts), connect))
  }

  function refused(error: unknown): void {
    if (kind !== 'live') return
    catchUpLater(LIVE_REASONS.notTaken(failureReason(error)))
  }

  connect()
  return {
    state,
    snapshotTaken(of) {
      if (of !== ticket || kind !== 'catching-up') return
      stopRetry()
      snapshotFailures = 0
      become('live', null)
      delivery.open()
    },
    snapshotFailed,
    judged(used, refused, why) {
      unusable = used > 0 ? 0 : unusable + refused
      lastBad = why ?? lastBad
      tellSoon()
    },
    retry() {
      if (retryAt === null) return
      if (kind === 'waiting') connect()
      else if (kind === 'catching-up') askSnapshot(reason)
    },
    close() {
      if (kind === 'closed') return
      connection?.close()
      connection = null
      stopRetry()
      delivery.hold()
      pending.clear()
      become('closed', null)
    },
  }
}
