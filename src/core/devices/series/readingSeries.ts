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
  /** Takes a reading that is newer than all before; the same moment again replaces the value, an older one is left out. */
  readonly add: (reading: Reading) => void
}

/** Three and a half days of readings every five minutes. */
export const MOST_READINGS = 1024

/** An empty series that keeps at most `most` readings and lets the oldest go. */
export function readingSeries(most = MOST_READINGS): ReadingSeries {
  const ring: Reading[] = []
  /** Where the oldest reading stands once the ring is full. */
  let first = 0
  const last = (): Reading | undefined => ring[(first + ring.length - 1) % ring.length]
  return {
    readings: () => [...ring.slice(first), ...ring.slice(0, first)],
    add(reading) {
      const newest = ring.length > 0 ? last() : undefined
      if (newest && reading.time < newest.time) return
      if (newest && reading.time === newest.time) ring[(first + ring.length - 1) % ring.length] = reading
      else if (ring.length < most) ring.push(reading)
      else {
        ring[first] = reading
        first = (first + 1) % most
      }
    },
  }
}
