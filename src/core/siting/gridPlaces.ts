import type { Position } from 'geojson'
import type { Bounds } from '../geo/boundsOf'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from '../geo/sphere'

export interface GridPlace {
  /** Column and row of its square from the south-west corner, from 1. */
  readonly id: string
  readonly position: Position
}

/** How many squares a grid would have. */
export const gridSize = (bounds: Bounds, metres: number): number => {
  const { columns, rows } = squares(bounds, metres)
  return columns * rows
}

/** The middles of squares of a side in metres, from the south-west corner of some bounds until they are covered. */
export function gridPlaces(bounds: Bounds, metres: number): GridPlace[] {
  const { columns, rows, width, height } = squares(bounds, metres)
  const [west, south] = bounds
  const places: GridPlace[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const position = [west + (column + 0.5) * width, south + (row + 0.5) * height].map(tidy)
      places.push({ id: `grid-${column + 1}-${row + 1}`, position })
    }
  }
  return places
}

/** To 1e-9 degrees, a tenth of a millimetre. */
const tidy = (degrees: number) => Math.round(degrees * 1e9) / 1e9

/** Degrees are metres along the meridian, and along the parallel of the middle. */
function squares([west, south, east, north]: Bounds, metres: number) {
  const height = metres / (EARTH_RADIUS * RADIANS_PER_DEGREE)
  const width = height / Math.cos(((south + north) / 2) * RADIANS_PER_DEGREE)
  const across = (degrees: number, step: number) => Math.max(1, Math.ceil(degrees / step - 1e-9))
  return { width, height, columns: across(east - west, width), rows: across(north - south, height) }
}
