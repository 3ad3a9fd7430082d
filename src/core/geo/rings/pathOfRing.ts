import type { GridPath } from '../equalAreaGrid'
import type { FlatRing } from './flatRing'

/** A ring as the clipping library takes it, its corners rounded to whole steps. */
export function pathOfRing(ring: FlatRing): GridPath {
  const path: GridPath = []
  for (let i = 0; i < ring.length; i += 2) path.push({ x: Math.round(ring[i]!), y: Math.round(ring[i + 1]!) })
  return path
}
