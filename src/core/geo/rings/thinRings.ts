import type { FlatRing } from './flatRing'
import { ringArea } from './ringArea'

/** Mean width, grid steps, under which ground is the rounding of cuts to whole steps: micrometres on a county. */
const THIN = 2

/** Whether a set of rings holds no more ground than rounding leaves along its edges. */
export function thinRings(rings: readonly FlatRing[]): boolean {
  let area = 0
  let around = 0
  for (const ring of rings) {
    area += ringArea(ring)
    let px = ring[ring.length - 2] ?? 0
    let py = ring[ring.length - 1] ?? 0
    for (let i = 0; i < ring.length; i += 2) {
      around += Math.abs(ring[i]! - px) + Math.abs(ring[i + 1]! - py)
      px = ring[i]!
      py = ring[i + 1]!
    }
  }
  return Math.abs(area) <= (THIN * around) / 2
}
