import type { Position } from 'geojson'
import type { Bounds } from './boundsOf'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from './sphere'

/** A point with whole-number coordinates, as the clipping library takes them. */
export interface GridPoint {
  readonly x: number
  readonly y: number
}
export type GridPath = GridPoint[]

/**
 * A plane in which edges straight in (longitude, sin latitude) stay straight and areas are areas on the sphere, on a
 * grid of whole numbers fine enough that rounding a vertex moves it by under 1e-10 of the extent.
 */
export interface EqualAreaGrid {
  readonly toGrid: (position: Position) => GridPoint
  /** The x of every position of a longitude. */
  readonly toGridX: (longitude: number) => number
  readonly toPosition: (point: GridPoint) => Position
  /** Square metres of an area in grid units. */
  readonly squareMetres: (gridArea: number) => number
}

/**
 * Grid steps along the extent. Coordinates far outside the extent (a cover much larger than its subject) stay exact up
 * to 2^17 extents, because the clipping library compares products of differences in whole numbers of any size.
 */
const STEPS = 2 ** 36

/** A grid for geometry about as large as `bounds` (degrees), centred on it, with equal scales both ways there. */
export function equalAreaGrid(bounds: Bounds): EqualAreaGrid {
  const longitude = (bounds[0] + bounds[2]) / 2
  const latitude = ((bounds[1] + bounds[3]) / 2) * RADIANS_PER_DEGREE
  const sine = Math.sin(latitude)
  const stretch = Math.cos(latitude)
  const width = (bounds[2] - bounds[0]) * RADIANS_PER_DEGREE * stretch
  const height = (bounds[3] - bounds[1]) * RADIANS_PER_DEGREE
  const metre = 1 / EARTH_RADIUS
  const scale = 2 ** Math.floor(Math.log2(STEPS / Math.max(width, height, metre)))
  const toGridX = (east: number) => Math.round((east - longitude) * RADIANS_PER_DEGREE * stretch * scale)
  return {
    toGridX,
    toGrid: (position) => {
      const half = (position[1]! * RADIANS_PER_DEGREE - latitude) / 2
      const rise = 2 * Math.sin(half) * Math.cos(latitude + half)
      return {
        x: toGridX(position[0]!),
        y: Math.round((rise / stretch) * scale),
      }
    },
    toPosition: ({ x, y }) => [
      longitude + x / scale / stretch / RADIANS_PER_DEGREE,
      Math.asin(Math.max(-1, Math.min(1, sine + (y / scale) * stretch))) / RADIANS_PER_DEGREE,
    ],
    squareMetres: (gridArea) => (gridArea / scale / scale) * EARTH_RADIUS ** 2,
  }
}
