/** Every camera move ends within 1.2 seconds; where the user asked for less motion it is a jump. */
export const FLIGHT = 1100
export const SETTLE = 320

/** Duration in milliseconds to use for a move of `wanted` milliseconds. */
export function duration(wanted: number): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : wanted
}
