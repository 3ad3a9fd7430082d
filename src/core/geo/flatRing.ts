/**
 * A ring on a subject's grid as x0, y0, x1, y1, … in grid steps, not closed by a repeated position. Counter-clockwise
 * rings count positive, clockwise ones (holes) negative; a set of such rings is read by the non-zero rule.
 */
export type FlatRing = readonly number[]

/** West, south, east, north in grid steps. */
export type GridBox = readonly [west: number, south: number, east: number, north: number]
