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
