const FIRST_MS = 1000
const LONGEST_MS = 60_000

/**
 * Milliseconds to wait after the `attempts`-th vain attempt (1 or more): doubling from a second to a minute, of which
 * the second half is left to chance, so that many desks do not knock together. `random` is 0 (included) to 1 (excluded).
 */
export function retryDelay(attempts: number, random: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempts - 1))
  return whole / 2 + (whole / 2) * random
}
