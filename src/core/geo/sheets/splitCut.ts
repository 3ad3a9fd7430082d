import type { GridBox } from '../rings/flatRing'
import type { Cut } from './cutRings'
import type { GridCover } from './gridCover'

/** Covers looked at when a side is chosen: their median is near enough that of all. */
const SAMPLE = 32

/**
 * Where to part a box in two so that its covers part too: along a side of some cover, near the middle of all, across the
 * longer way first. Null when no side of a cover looked at lies within the box.
 */
export function splitCut(covers: readonly GridCover[], box: GridBox): Cut | null {
  const wide = box[2] - box[0] >= box[3] - box[1]
  return cutAcross(covers, box, wide ? 0 : 1) ?? cutAcross(covers, box, wide ? 1 : 0)
}

function cutAcross(covers: readonly GridCover[], box: GridBox, axis: 0 | 1): Cut | null {
  const low = box[axis]
  const high = box[axis === 0 ? 2 : 3]
  const sides: number[] = []
  const step = Math.max(1, Math.floor(covers.length / SAMPLE))
  for (let i = 0; i < covers.length; i += step) {
    const from = covers[i]!.box[axis]
    const to = covers[i]!.box[axis === 0 ? 2 : 3]
    if (from > low && from < high) sides.push(from)
    if (to > low && to < high) sides.push(to)
  }
  if (sides.length === 0) return null
  sides.sort((a, b) => a - b)
  const at = sides[sides.length >> 1]!
  return axis === 0 ? { x: at, y: 0, dx: 0, dy: -1 } : { x: 0, y: at, dx: 1, dy: 0 }
}
