/**
 * Milliseconds to wait after the given number of failures in a row (from 1): full jitter, that is anything up to the
 * doubled step, so that a thousand pages do not come back to a restarted server in the same second.
 */
export function backoff(failures: number, firstMs: number, longestMs: number, random: () => number): number {
  return Math.round(random() * Math.min(longestMs, firstMs * 2 ** (Math.max(1, failures) - 1)))
}
