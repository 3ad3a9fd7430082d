/** Timers as a parameter, so that tests turn the clock by hand. */
export interface Timers {
  set(run: () => void, milliseconds: number): unknown
  clear(handle: unknown): void
}
