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
