import type { Position } from 'geojson'
import type { EqualAreaGrid } from '../equalAreaGrid'

/**
 * A ring on a subject's grid as x0, y0, x1, y1, … in grid steps, not closed by a repeated position. Counter-clockwise
 * rings count positive, clockwise ones (holes) negative; a set of such rings is read by the non-zero rule.
 */
export type FlatRing = readonly number[]

/** West, south, east, north in grid steps. */
export type GridBox = readonly [west: number, south: number, east: number, north: number]

/** A ring of positions on a grid, without repeated positions, the closing one included. */
export function flatRing(ring: readonly Position[], grid: EqualAreaGrid): FlatRing {
  const flat: number[] = []
  let lastX = Number.NaN
  let lastY = Number.NaN
  for (const position of ring) {
    const { x, y } = grid.toGrid(position)
    if (x === lastX && y === lastY) continue
    flat.push(x, y)
    lastX = x
    lastY = y
  }
  if (flat.length > 2 && flat[0] === lastX && flat[1] === lastY) flat.length -= 2
  return flat
}
