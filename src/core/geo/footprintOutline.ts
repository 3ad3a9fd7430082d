import type { Position } from 'geojson'
import type { CoverShape } from './coverShape'
import { destination } from './destination'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from './earthRadius'
import { greatCircleDistance } from './greatCircleDistance'
import { initialBearing } from './initialBearing'

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

/**
 * Ring (not closed, counter-clockwise) of a disc or sector by great circle, as fine as a window needs it.
 *
 * The vertices of an arc stand a little outside it, so that the polygon has the area of the true figure: a whole disc is
 * right to 1e-9 of its area below 10 km radius. Where an arc enters or leaves the window's subject the error is at most
 * 0.008 r² δ³ for segments of δ radians, and δ is chosen to make that 5e-9 of `area`. The part of an arc that cannot
 * reach the window is drawn with few points, and is not accurate.
 */
export function footprintOutline(cover: CoverShape & { kind: 'footprint' }, window: OutlineWindow): Position[] {
  const { centre, radius, azimuth, beamwidth } = cover
  const sweep = azimuth === null || beamwidth === null ? 360 : beamwidth
  const start = azimuth === null || beamwidth === null ? 0 : azimuth - beamwidth / 2
  const outline: Position[] = []
  const pieces = sweep < 360 ? sidePieces(cover, window.area) : 0
  if (sweep < 360) outline.push(centre)
  for (let i = 1; i < pieces; i++) outline.push(destination(centre, start, (radius * i) / pieces))
  for (const { from, to, step } of arcPieces(cover, start, sweep, window)) {
    const angle = step * RADIANS_PER_DEGREE
    const outside = radius * Math.sqrt(angle / Math.sin(angle))
    const count = Math.round((to - from) / step)
    for (let i = 0; i < count; i++) outline.push(destination(centre, start + from + i * step, outside))
    if (to === sweep && sweep < 360) outline.push(destination(centre, start + sweep, outside))
  }
  for (let i = pieces - 1; i > 0; i--) outline.push(destination(centre, start + sweep, (radius * i) / pieces))
  return outline.reverse()
}

/** A side is a great circle, which bends away from a line straight in (longitude, sin latitude). */
function sidePieces({ centre, radius }: CoverShape & { kind: 'footprint' }, area: number): number {
  const bend = (1 + Math.abs(Math.tan(centre[1]! * RADIANS_PER_DEGREE))) / EARTH_RADIUS
  const allowed = Math.min(ERROR_SHARE * area, OWN_ERROR_SHARE * radius ** 2)
  return Math.max(1, Math.min(MOST_PIECES, Math.ceil(Math.sqrt((bend * radius ** 3) / (12 * allowed)))))
}

interface ArcPiece {
  /** Degrees clockwise from the start of the arc. */
  readonly from: number
  readonly to: number
  readonly step: number
}

/** Splits an arc where it passes the bearings under which the window is seen; `step` divides each piece evenly. */
function arcPieces(
  cover: CoverShape & { kind: 'footprint' },
  start: number,
  sweep: number,
  window: OutlineWindow,
): ArcPiece[] {
  const wanted = Math.cbrt((ERROR_SHARE * window.area) / (0.008 * cover.radius ** 2)) / RADIANS_PER_DEGREE
  const fine = Math.min(360 / FEWEST_SEGMENTS, Math.max(360 / MOST_SEGMENTS, wanted))
  const distance = greatCircleDistance(cover.centre, window.centre)
  const reach = window.reach * 1.02
  if (distance <= reach) return [evenPiece(0, sweep, fine)]
  const half = Math.asin(reach / distance) / RADIANS_PER_DEGREE
  const middle = (((initialBearing(cover.centre, window.centre) - start) % 360) + 360) % 360
  const seen = [middle - 360, middle, middle + 360].map((m) => [m - half, m + half] as const)
  const cuts = [0, sweep, ...seen.flat().filter((cut) => cut > 0 && cut < sweep)].sort((a, b) => a - b)
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i]!
    const inside = seen.some(([low, high]) => low < (from + to) / 2 && (from + to) / 2 < high)
    return evenPiece(from, to, inside ? fine : COARSE_STEP)
  })
}

function evenPiece(from: number, to: number, longestStep: number): ArcPiece {
  return { from, to, step: (to - from) / Math.max(1, Math.ceil((to - from) / longestStep)) }
}
