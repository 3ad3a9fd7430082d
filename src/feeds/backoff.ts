export interface BackoffSteps {
  /** The first step, milliseconds; each after it is twice as long, up to `longestMs`. */
  readonly firstMs: number
  readonly longestMs: number
  /** Part of a step that is waited in any case, 0 to 1; how much of the rest is left to chance. */
  readonly sure: number
}

/**
 * Milliseconds to wait after so many failures in a row (from 1). Chance spreads those who fail together, so that a thousand
 * pages do not come back to a restarted server in the same second. `random` is in [0, 1).
 */
export function backoff(failures: number, { firstMs, longestMs, sure }: BackoffSteps, random: () => number): number {
  const step = Math.min(longestMs, firstMs * 2 ** (Math.max(1, failures) - 1))
  return Math.round(step * (sure + (1 - sure) * random()))
}
