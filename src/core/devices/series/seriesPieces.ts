import type { Reading } from './readingSeries'

/** Cycles without a reading after which two readings are not joined. */
const GAP_CYCLES = 2

/**
 * Readings (oldest first) cut wherever none came for more than two cycles: each piece is a line of its own, and what lies
 * between two pieces is a gap, never a line. Where the rhythm changes the slower one counts.
 */
export function seriesPieces(readings: readonly Reading[]): readonly (readonly Reading[])[] {
  const pieces: Reading[][] = []
  let before: Reading | undefined
  for (const reading of readings) {
    if (before === undefined || isGap(before, reading)) pieces.push([reading])
    else pieces.at(-1)!.push(reading)
    before = reading
  }
  return pieces
}

function isGap(before: Reading, after: Reading): boolean {
  return after.time - before.time > GAP_CYCLES * Math.max(before.every, after.every) * 1000
}
