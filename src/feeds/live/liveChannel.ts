import type { CatalogCity, CatalogFeed } from '../../catalog/schema'
import type { Reason } from '../../core/model/feedReport'
import type { Change } from './change'
import type { ChannelState } from './channelState'
import type { Timers } from './timers'
import type { OpenTransport } from './transport'

/** Bounds of a channel; milliseconds and counts. */
export interface ChannelLimits {
  /** Changes are handed on at most this often. */
  readonly flushMs: number
  /** A change waits no longer than this, even for a consumer that has not finished the batch before. */
  readonly maximumWaitMs: number
  /** Features with a change kept back; beyond it all are let go and a snapshot is asked for. */
  readonly maximumIds: number
  /** First and longest step of the back-off. */
  readonly retryMs: number
  readonly maximumRetryMs: number
  /** A connection that held this long starts the back-off anew. */
  readonly stableMs: number
  /** An attempt that has not opened by then is given up. */
  readonly connectMs: number
  /** A snapshot that was neither taken nor failed by then is asked for again. */
  readonly snapshotMs: number
}

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
  /** Heard at every change of kind or reason, and with each batch. */
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
  /** Try now instead of at `retryAt`: the network is back, or someone asks. Does nothing while connected. */
  retry(): void
  close(): void
}

export declare function openLiveChannel(settings: LiveChannelSettings): LiveChannel
