import type { CityFeature } from '../model/feature'
import { parseTime } from '../model/parseTime'

/** One reading of a device. */
export interface Reading {
  /** Epoch milliseconds. */
  readonly time: number
  readonly value: number
  /** Seconds in which another one is due: the device's cycle, or the step of the archive it comes from. */
  readonly every: number
}

/** The newest readings of one device, oldest first. */
export interface ReadingSeries {
  readonly readings: () => readonly Reading[]
  /**
   * Takes a reading in its place by time; the same moment again replaces the value. One that is older than all the series
   * has room for is left out. A device that says more than its cycle promises is thinned: no three readings within a
   * quarter of the cycle are kept, but always the newest.
   */
  readonly add: (reading: Reading) => void
}

/** Nearly two days of readings every five minutes. */
const MOST_READINGS = 512
const FIRST_ROOM = 16
/** Time, value and rhythm of each reading stand side by side. */
const PARTS = 3
/** Share of the cycle within which no three readings are kept. */
const CLOSEST = 0.25

/** An empty series that keeps at most `most` readings and lets the oldest go; it takes room as it grows. */
export function readingSeries(most = MOST_READINGS): ReadingSeries {
  let ring = new Float64Array(Math.min(most, FIRST_ROOM) * PARTS)
  let count = 0
  /** Where the oldest reading stands once the ring is full. */
  let first = 0
  const slot = (index: number): number => ((first + index) % (ring.length / PARTS)) * PARTS
  const timeOf = (index: number): number => ring[slot(index)]!
  const put = (index: number, { time, value, every }: Reading): void => ring.set([time, value, every], slot(index))
  const grow = (): void => {
    const larger = new Float64Array(Math.min(most * PARTS, ring.length * 2))
    larger.set(ring)
    ring = larger
  }
  const readingAt = (index: number): Reading => {
    const at = slot(index)
    return { time: ring[at]!, value: ring[at + 1]!, every: ring[at + 2]! }
  }
  /** Makes room behind the newest; the oldest goes where there is none. */
  const lengthen = (): void => {
    if (count * PARTS === ring.length && count < most) grow()
    if (count < most) count += 1
    else first = (first + 1) % most
  }
  /** Where a reading that came late belongs: before the first that is as new. */
  const placeOf = (time: number): number => {
    let place = count - 1
    while (place > 0 && timeOf(place - 1) >= time) place -= 1
    return place
  }
  const addLate = (reading: Reading): void => {
    const place = placeOf(reading.time)
    if (timeOf(place) === reading.time) {
      put(place, reading)
      return
    }
    if (place === 0 && count === most) return
    const closest = CLOSEST * reading.every * 1000
    const around = [place - 2, place - 1, place, place + 1].map((index) =>
      index >= 0 && index < count ? timeOf(index) : null,
    )
    const [beforeLast, before, after, afterNext] = around
    const isCrowded = [
      [beforeLast, reading.time],
      [before, after],
      [reading.time, afterNext],
    ].some(([from, to]) => typeof from === 'number' && typeof to === 'number' && to - from < closest)
    if (isCrowded) return
    const shifted = count === most ? place - 1 : place
    lengthen()
    for (let index = count - 1; index > shifted; index -= 1) put(index, readingAt(index - 1))
    put(shifted, reading)
  }
  return {
    readings: () => Array.from({ length: count }, (_, index) => readingAt(index)),
    add(reading) {
      const newest = count > 0 ? timeOf(count - 1) : Number.NEGATIVE_INFINITY
      if (reading.time < newest) {
        addLate(reading)
        return
      }
      const crowded = count > 1 && reading.time - timeOf(count - 2) < CLOSEST * reading.every * 1000
      if (reading.time !== newest && !crowded) lengthen()
      put(count - 1, reading)
    },
  }
}

/** Past readings of one device. */
export interface ArchivedReadings {
  readonly device: string
  readonly readings: readonly Reading[]
}

/**
 * Past readings as a feed of series gives them: `device`, `start` (a time), `step` (seconds) and `values`, null where the
 * device gave none. Null: the feature is no such series.
 */
export function archivedReadings({ properties }: CityFeature): ArchivedReadings | null {
  const { device, start, step, values } = properties
  const from = parseTime(start)
  if (typeof device !== 'string' || typeof step !== 'number' || !(step > 0) || !Array.isArray(values)) return null
  if (from === null) return null
  const readings = values.flatMap((value: unknown, index): Reading[] =>
    typeof value === 'number' && Number.isFinite(value)
      ? [{ time: from + index * step * 1000, value, every: step }]
      : [],
  )
  return { device, readings }
}

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
