import type { GridPath } from '../equalAreaGrid'
import type { FlatRing } from './flatRing'

/** A path of the clipping library as a flat ring. */
export function ringOfPath(path: GridPath): FlatRing {
  const ring: number[] = []
  for (const { x, y } of path) ring.push(x, y)
  return ring
}
