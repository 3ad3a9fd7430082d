import { EARTH_RADIUS, RADIANS_PER_DEGREE } from '../sphere'

/**
 * One lattice of whole numbers for all the world, in which areas are areas on the sphere and edges straight in (longitude,
 * sin latitude) are straight: a step is 3 nm of longitude or 1.4 nm of the sine at most, about what a double of degrees
 * holds. Coordinates stay under 2⁵³, so that differences of places less than half the world apart are exact.
 */
const ACROSS = 2 ** 45
const UP = 2 ** 52

export const WORLD: Lattice = {
  toX: (longitude) => Math.round(longitude * ACROSS),
  toY: (latitude) => Math.round(Math.sin(latitude * RADIANS_PER_DEGREE) * UP),
  toPosition: (x, y) => [x / ACROSS, Math.asin(Math.max(-1, Math.min(1, y / UP))) / RADIANS_PER_DEGREE],
}

/** Whole numbers for positions. */
export interface Lattice {
  readonly toX: (x: number) => number
  readonly toY: (y: number) => number
  readonly toPosition: (x: number, y: number) => readonly [number, number]
}

/** Square metres of a square step of the world's lattice. */
export const SQUARE_METRES = (EARTH_RADIUS ** 2 * RADIANS_PER_DEGREE) / ACROSS / UP
