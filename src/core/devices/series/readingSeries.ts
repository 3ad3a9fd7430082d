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
   * Takes a reading that is newer than all before; the same moment again replaces the value, an older one is left out. A
   * device that says more than its cycle promises is thinned: no three readings within a quarter of the cycle are kept, but
   * always the newest.
   */
  readonly add: (reading: Reading) => void
}

/** Nearly two days of readings every five minutes. */
export const MOST_READINGS = 512
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
  return {
    readings: () =>
      Array.from({ length: count }, (_, index) => {
        const at = slot(index)
        return { time: ring[at]!, value: ring[at + 1]!, every: ring[at + 2]! }
      }),
    add(reading) {
      const newest = count > 0 ? timeOf(count - 1) : Number.NEGATIVE_INFINITY
      if (reading.time < newest) return
      const crowded = count > 1 && reading.time - timeOf(count - 2) < CLOSEST * reading.every * 1000
      if (reading.time === newest || crowded) {
        put(count - 1, reading)
        return
      }
      if (count * PARTS === ring.length && count < most) grow()
      if (count < most) count += 1
      else first = (first + 1) % most
      put(count - 1, reading)
    },
  }
}
