import type { Position } from 'geojson'
import type { CoverShape } from './coverShape'
import { destination, EARTH_RADIUS, greatCircleDistance, initialBearing, RADIANS_PER_DEGREE } from './sphere'

/** The place an outline is drawn for: all its points lie within `reach` metres of `centre`; `area` is in m². */
export interface OutlineWindow {
  readonly centre: Position
  readonly reach: number
  readonly area: number
}

/** Share of the window's area that one crossing of an arc, or one straight side, may get wrong. */
const ERROR_SHARE = 5e-9
/** Share of radius² that a straight side may get wrong, however large the window. */
const OWN_ERROR_SHARE = 5e-8
const FEWEST_SEGMENTS = 128
const MOST_SEGMENTS = 65536
const MOST_PIECES = 256
const COARSE_STEP = 15

type FootprintShape = CoverShape & { kind: 'footprint' }

/**
 * Ring (not closed, counter-clockwise) of a disc or sector by great circle, as fine as a window needs it.
 *
 * The vertices of an arc stand a little outside it, so that the polygon has the area of the true figure: a whole disc is
 * right to 1e-9 of its area below 10 km radius. Where an arc enters or leaves the window's subject the error is at most
 * 0.008 r² δ³ for segments of δ radians, and δ is chosen to make that 5e-9 of `area`. The part of an arc that cannot
 * reach the window is drawn with few points, and is not accurate. Vertices stand at whole multiples of δ from north, so
 * that footprints of one mast and radius share them.
 */
export function footprintOutline(cover: FootprintShape, window: OutlineWindow): Position[] {
  const { centre, radius, azimuth, beamwidth } = cover
  const sector = azimuth !== null && beamwidth !== null
  const sweep = sector ? beamwidth : 360
  const start = sector ? azimuth - beamwidth / 2 : 0
  const step = arcStep(radius, window.area)
  const bearings = arcBearings(cover, start, sweep, step, window)
  const outline = bearings.map((bearing, i) => destination(centre, bearing, reachOf(bearings, i, radius, step)))
  if (!sector) return outline.slice(1).reverse()
  const pieces = sidePieces(cover, window.area)
  const side = Array.from({ length: pieces - 1 }, (_, index) => (radius * (index + 1)) / pieces)
  return [
    centre,
    ...side.map((metres) => destination(centre, start + sweep, metres)),
    ...outline.reverse(),
    ...side.reverse().map((metres) => destination(centre, start, metres)),
  ]
}

/** A side is a great circle, which bends away from a line straight in (longitude, sin latitude). */
function sidePieces({ centre, radius }: FootprintShape, area: number): number {
  const bend = (1 + Math.abs(Math.tan(centre[1]! * RADIANS_PER_DEGREE))) / EARTH_RADIUS
  const allowed = Math.min(ERROR_SHARE * area, OWN_ERROR_SHARE * radius ** 2)
  return Math.max(1, Math.min(MOST_PIECES, Math.ceil(Math.sqrt((bend * radius ** 3) / (12 * allowed)))))
}

/**
 * Distance of a vertex from the centre, metres: r √(δ / sin δ), so that the triangles over whole segments have the area of
 * their slices. The ends of an arc stand where the triangle over the broken first or last segment has it.
 */
function reachOf(bearings: readonly number[], index: number, radius: number, step: number): number {
  const whole = step * RADIANS_PER_DEGREE
  const outside = radius * Math.sqrt(whole / Math.sin(whole))
  const neighbour = index === 0 ? 1 : index === bearings.length - 1 ? index - 1 : null
  if (neighbour === null) return outside
  const broken = Math.abs(bearings[neighbour]! - bearings[index]!) * RADIANS_PER_DEGREE
  const slice = radius ** 2 * (broken / Math.sin(broken))
  return bearings.length === 2 ? Math.sqrt(slice) : slice / outside
}

/** Degrees between vertices of an arc, a whole part of 360. */
function arcStep(radius: number, area: number): number {
  const wanted = Math.cbrt((ERROR_SHARE * area) / (0.008 * radius ** 2)) / RADIANS_PER_DEGREE
  return 360 / Math.min(MOST_SEGMENTS, Math.max(FEWEST_SEGMENTS, Math.ceil(360 / wanted)))
}

/** Bearings of the vertices of an arc, both ends included, dense only where the window is seen. */
function arcBearings(
  cover: FootprintShape,
  start: number,
  sweep: number,
  step: number,
  window: OutlineWindow,
): number[] {
  const distance = greatCircleDistance(cover.centre, window.centre)
  const reach = window.reach * 1.02
  const half = distance <= reach ? Number.POSITIVE_INFINITY : Math.asin(reach / distance) / RADIANS_PER_DEGREE
  const middle = (((initialBearing(cover.centre, window.centre) - start) % 360) + 360) % 360
  const seen = [middle - 360, middle, middle + 360].map((m) => [m - half, m + half] as const)
  const cuts = [0, sweep, ...seen.flat().filter((cut) => cut > 0 && cut < sweep)].sort((a, b) => a - b)
  const bearings = [start]
  for (const [index, to] of cuts.slice(1).entries()) {
    const from = cuts[index]!
    const inside = seen.some(([low, high]) => low <= (from + to) / 2 && (from + to) / 2 <= high)
    bearings.push(...multiplesBetween(start + from, start + to, inside ? step : COARSE_STEP), start + to)
  }
  return bearings
}

/** Whole multiples of `step` strictly between two bearings. */
function multiplesBetween(from: number, to: number, step: number): number[] {
  const margin = step * 1e-6
  const multiples: number[] = []
  for (let k = Math.ceil((from + margin) / step); k * step < to - margin; k++) multiples.push(k * step)
  return multiples
}
