/** A reason in words, in both languages, with a machine-readable code. */
export interface Reason {
  readonly code: string
  readonly zh: string
  readonly en: string
}

export const reasonOf = (code: string, zh: string, en: string): Reason => ({ code, zh, en })

/** A feature the door refused: where it stood, what it was, which field, and why. */
export interface Quarantined {
  /** Position in the feed, from 0. */
  readonly index: number
  /** Identity as text, or null when it had none. */
  readonly id: string | null
  /** `geometry`, `properties.<name>`, `id`, or `footprint.<part>`. */
  readonly field: string
  readonly reason: Reason
}

/** Something mended or remarkable that kept no feature out. `count` says how many features it concerns. */
export interface FeedNotice {
  readonly reason: Reason
  readonly count: number
  /** First few ids concerned. */
  readonly ids: readonly string[]
}

/** What the door says of one reading of a feed. */
export interface FeedReport {
  readonly id: string
  /** Features read, including the quarantined. */
  readonly read: number
  readonly accepted: number
  /** Features mended (ring closed, winding set, …). */
  readonly repaired: number
  readonly quarantined: readonly Quarantined[]
  readonly notices: readonly FeedNotice[]
  /** Time of the data itself, epoch milliseconds; null when unknown (never "current"). */
  readonly asOf: number | null
  /**
   * The data has no time of its own and needs none: it is known to be whole and to hold nothing. `asOf` is the time at
   * which it was read, or null where nobody has said that yet.
   */
  readonly asOfReading?: boolean
  /** The app's time by which times were told from those that do not count, epoch milliseconds. */
  readonly judgedAt?: number
  /** Lower-case hex SHA-256 of the bytes as received. */
  readonly sha256: string
  readonly bytes: number
  /** Grows with every change since the bytes were read; absent: as read. */
  readonly revision?: number
}

/** Tells one state of a feed from another: answers about the feed hold as long as it is the same. */
export const feedStamp = ({ sha256, revision = 0 }: FeedReport): string => `${sha256}:${revision}`

/** Codes of notices of times that were read and do not count: they stand for none, or lie ahead of the clock. */
export const TIME_ASIDE = { placeholder: 'time-placeholder', ahead: 'time-ahead' } as const

export const isTimeAside = ({ code }: Reason): boolean => code === TIME_ASIDE.placeholder || code === TIME_ASIDE.ahead

/** Whether some times of a feed do not count: read at another moment, they might. */
export const hasTimeAside = ({ notices }: FeedReport): boolean => notices.some(({ reason }) => isTimeAside(reason))
