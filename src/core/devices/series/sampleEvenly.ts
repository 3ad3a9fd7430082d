import type { Reading } from './readingSeries'
import { seriesPieces } from './seriesPieces'

/**
 * Readings (oldest first) as `count` values of equal stretches of (from, to], epoch milliseconds: the mean of the readings
 * in each stretch; the straight line between its neighbours where a stretch has none but lies within two cycles of one
 * another; null in a gap and beyond both ends.
 */
export function sampleEvenly(
  readings: readonly Reading[],
  from: number,
  to: number,
  count: number,
): readonly (number | null)[] {
  const width = (to - from) / count
  const sums = new Float64Array(count)
  const counts = new Uint32Array(count)
  for (const { time, value } of readings) {
    const at = Math.ceil((time - from) / width) - 1
    if (at < 0 || at >= count) continue
    sums[at] = sums[at]! + value
    counts[at] = counts[at]! + 1
  }
  const values = Array.from(sums, (sum, at) => (counts[at]! > 0 ? sum / counts[at]! : null))
  for (const piece of seriesPieces(readings)) joinWithin(piece, values, from, width)
  return values
}

/** Fills stretches without a reading that lie between two readings of a piece. */
function joinWithin(piece: readonly Reading[], values: (number | null)[], from: number, width: number): void {
  for (const [index, after] of piece.slice(1).entries()) {
    const before = piece[index]!
    const first = Math.max(0, Math.ceil((before.time - from) / width - 0.5))
    for (let at = first; at < values.length; at += 1) {
      const middle = from + (at + 0.5) * width
      if (middle >= after.time) break
      values[at] ??= before.value + ((after.value - before.value) * (middle - before.time)) / (after.time - before.time)
    }
  }
}
