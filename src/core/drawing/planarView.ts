import type { Position } from 'geojson'
import type { Bounds } from '../geo/boundsOf'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from '../geo/sphere'

/** A part of the ground seen from above, north up, at one scale in every direction. */
export interface PlanarView {
  /** Of the drawing. */
  readonly width: number
  readonly height: number
  /** What the drawing shows: the wanted bounds, and what its shape adds. */
  readonly bounds: Bounds
  readonly metresPerUnit: number
  /** A position of the ground on the drawing, y downwards. */
  readonly place: (position: Position) => readonly [x: number, y: number]
}

/** No drawing shows less than this many metres from side to side. */
const LEAST_METRES = 200

/**
 * Bounds seen whole in a drawing of `width` × `height`, in its middle. Degrees of longitude are shortened by the cosine of
 * the middle latitude: over a county the scale is off by less than a hundredth.
 */
export function planarView(bounds: Bounds, width: number, height: number): PlanarView {
  const [west, south, east, north] = bounds
  const middle = [(west + east) / 2, (south + north) / 2] as const
  const shortened = Math.cos(middle[1] * RADIANS_PER_DEGREE)
  const metresPerDegree = EARTH_RADIUS * RADIANS_PER_DEGREE
  const least = LEAST_METRES / metresPerDegree
  const perDegree = Math.min(
    width / Math.max((east - west) * shortened, least),
    height / Math.max(north - south, least),
  )
  const [across, up] = [width / perDegree / shortened / 2, height / perDegree / 2]
  return {
    width,
    height,
    bounds: [middle[0] - across, middle[1] - up, middle[0] + across, middle[1] + up],
    metresPerUnit: metresPerDegree / perDegree,
    place: ([x = 0, y = 0]) => [
      width / 2 + (x - middle[0]) * shortened * perDegree,
      height / 2 - (y - middle[1]) * perDegree,
    ],
  }
}

/** The longest round length (1, 2 or 5 times a power of ten, metres) that is no wider than `units`. */
export function roundLength(metresPerUnit: number, units: number): { readonly metres: number; readonly units: number } {
  const widest = metresPerUnit * units
  const power = 10 ** Math.floor(Math.log10(widest))
  const metres = ([5, 2, 1].find((factor) => factor * power <= widest) ?? 1) * power
  return { metres, units: metres / metresPerUnit }
}
