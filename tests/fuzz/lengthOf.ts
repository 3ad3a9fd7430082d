import type { Part } from './coverageCase'

/** Metres round all rings. */
export function lengthOf(parts: readonly Part[]): number {
  let length = 0
  for (const ring of parts.flat()) {
    for (let i = 1; i < ring.length; i++) {
      length += Math.hypot(ring[i]![0]! - ring[i - 1]![0]!, ring[i]![1]! - ring[i - 1]![1]!)
    }
  }
  return length
}
