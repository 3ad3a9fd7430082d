import type { Reason } from '#core/model/feedReport.ts'

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

export const LIMITS: ChannelLimits = {
  flushMs: 250,
  maximumWaitMs: 5_000,
  maximumIds: 200_000,
  retryMs: 1_000,
  maximumRetryMs: 60_000,
  stableMs: 60_000,
  connectMs: 30_000,
  snapshotMs: 60_000,
}

/**
 * - `connecting`: a connection is being opened
 * - `catching-up`: connected; changes are kept back until a snapshot asked for since then has been taken
 * - `live`: changes are handed on as they come
 * - `waiting`: no connection; the next attempt is at `retryAt`
 * - `closed`: by the app, for good
 */
export type ChannelKind = 'connecting' | 'catching-up' | 'live' | 'waiting' | 'closed'

/** From so many unusable messages in a row on, a channel is taken to say nothing that can be read. */
const UNREADABLE_FROM = 3

/** Connected, and of no use: what is shown is as old as the last message that could be read. */
export const isUnreadable = ({ kind, unusable }: ChannelState): boolean =>
  kind === 'live' && unusable >= UNREADABLE_FROM

/** What is known of one living feed's connection. Times are epoch milliseconds of the channel's `clock`. */
export interface ChannelState {
  readonly kind: ChannelKind
  /** Since when it is of this kind. */
  readonly since: number
  /** Attempts to connect since it last was stable, this one included; 0 once stable. */
  readonly attempt: number
  /** `waiting`: the next attempt to connect; `catching-up`: the next time that a snapshot is asked for, where one failed. */
  readonly retryAt: number | null
  /** Why it is not live; null while all is well. */
  readonly reason: Reason | null
  /** Last sign of life of the server: a message or a heartbeat. */
  readonly lastMessage: number | null
  /** Changes received, the bad ones not among them. */
  readonly received: number
  /** Messages that are no changes. */
  readonly bad: number
  /** Messages that could not be used, for whatever reason, since the last one that could. */
  readonly unusable: number
  /** Why the latest of them was none. */
  readonly lastBad: Reason | null
  /** Changes kept back now, one per feature. */
  readonly waitingChanges: number
  /** Changes let go because a snapshot taken after them says the same; never lost for good. */
  readonly dropped: number
}
