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
