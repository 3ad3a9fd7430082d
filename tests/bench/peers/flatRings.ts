import type { PlaneArea } from '../inputs/planeCity'

/** Rings as flat [x, y, …], for engines that copy whole buffers. */
export function flatRings(area: PlaneArea): Float64Array[] {
  return area.map((ring) => Float64Array.from(ring.flat()))
}
