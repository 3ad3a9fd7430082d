/** Epoch milliseconds as ISO 8601 in Asia/Shanghai, such as `2026-09-01T08:00:00+08:00`; null stays null. */
export function shanghaiTime(time: number | null): string | null {
  if (time === null) return null
  return new Date(time + 8 * 3_600_000).toISOString().replace(/(?:\.000)?Z$/, '+08:00')
}

/** How far ahead of the clock a time may be, for clocks that run fast, milliseconds. */
const AHEAD_MS = 10 * 60_000
/** 1 January of the years 2 and 9999 in Asia/Shanghai: what lies before the one, or from the other on, was never a time. */
const FIRST_TIME = -62_104_060_800_000 - 8 * 3_600_000
const LAST_TIME = 253_370_764_800_000 - 8 * 3_600_000

/** Whether a time is of year 1 or 9999, with which databases say that there is none. */
export const isPlaceholder = (time: number): boolean => time < FIRST_TIME || time >= LAST_TIME

/**
 * Whether a time of data counts at `now`: one that is more than ten minutes ahead is that of a broken clock, and one in year
 * 1 or 9999 stands for none. Such a time is as good as unknown: it makes nothing current.
 */
export const countsAt = (time: number, now: number): boolean => countsFrom(time) <= now && !isPlaceholder(time)

/** When a time that lies ahead of the clock begins to count. */
export const countsFrom = (time: number): number => time - AHEAD_MS

/** A clock as numbers, so that page and engine read the same: at real time `at` it showed `start`, and runs `speed` times as fast. */
export interface AppClock {
  /** Epoch milliseconds. */
  readonly start: number
  readonly at: number
  readonly speed: number
}

/** What the clock shows at a real time, epoch milliseconds. */
export const clockTime = ({ start, at, speed }: AppClock, real: number): number => start + (real - at) * speed

/** The real clock. */
export const REAL_CLOCK: AppClock = { start: 0, at: 0, speed: 1 }

/** How old data is: `live`, `late` (due but not yet old), `stale` (must not look current), or `never` known. */
export type Freshness = 'live' | 'late' | 'stale' | 'never'

/** Whether data may stand as current: late data may, with its age; stale data and data of no known time may not. */
export const isCurrent = (freshness: Freshness): boolean => freshness === 'live' || freshness === 'late'

/** Of several, the one that says most against taking them as current: stale, never, late, live. */
export function leastFresh(all: Iterable<Freshness>): Freshness {
  const found = new Set(all)
  return LEAST_FRESH_FIRST.find((freshness) => found.has(freshness)) ?? 'live'
}

const LEAST_FRESH_FIRST: readonly Freshness[] = ['stale', 'never', 'late']

/**
 * Freshness of data as of `asOf` at the time `now` (both epoch milliseconds; the clock is the caller's, so that a
 * demonstration clock judges as the real one does). Live up to `refreshSeconds`, late up to `staleSeconds`, stale from
 * there on. Where only one of the two is given the other is half or double of it; where neither is, nothing is expected
 * of the feed and any known time is live. An unknown time is `never`, not current. Edges count to the better side.
 */
export function freshnessOf(
  asOf: number | null,
  now: number,
  staleSeconds?: number | undefined,
  refreshSeconds?: number | undefined,
): Freshness {
  if (asOf === null) return 'never'
  const stale = staleSeconds ?? (refreshSeconds === undefined ? undefined : refreshSeconds * 2)
  if (stale === undefined) return 'live'
  const age = (now - asOf) / 1000
  if (age > stale) return 'stale'
  return age <= (refreshSeconds ?? stale / 2) ? 'live' : 'late'
}

/** The year it is in Asia/Shanghai, eight hours ahead of UTC. */
export const shanghaiYear = (time: number): number => new Date(time + 8 * 3_600_000).getUTCFullYear()
