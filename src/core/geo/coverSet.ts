import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Bounds } from './boundsOf'
import { type CoverageField, coverageField, type FieldCover, type FieldCoverage } from './coverage/coverageField'
import { gapOutline } from './coverage/gapOutline'
import type { GapRings } from './coverage/gapRings'
import { unionRings } from './coverage/unionRings'
import { type CoverIndex, type CoverShape, coverIndex, isPolygon } from './coverShape'
import type { LocalPlane } from './localPlane'
import { clippedCoverage, type PolygonCoverage } from './polygonCoverage'
import { type PolygonSubject, planeSubject } from './polygonSubject'
import { coverByPolygons, type PolygonCover } from './sheets/coverByPolygons'
import { destination } from './sphere'

type Footprint = Extract<CoverShape, { kind: 'footprint' }>

/** A gap or a covered part below this share of the subject is rounding, not ground. */
const ROUNDING = 1e-9

/** Metres an arc of a gap may stand off from its drawing. Areas are those of the arc. */
export const GAP_TOLERANCE = 0.05

/** Coverage whose gap is drawn when asked for. */
type SetCoverage = Omit<PolygonCoverage, 'gap'> & { readonly gap: (() => Polygon | MultiPolygon) | null }

/**
 * Things that cover ground, to be asked about places, lines and areas. Discs and sectors are measured exactly; polygons
 * by tiles; where both meet one subject, or the exact engine cannot close its rings, by the clipping library.
 */
export interface CoverSet {
  readonly near: CoverIndex
  readonly coverPolygon: (subject: PolygonSubject) => SetCoverage
  /**
   * The edge of the union of the discs and sectors there are now, drawn when asked for, whatever has changed by then; null
   * when there is none. Polygons are not in it.
   */
  readonly outline: () => () => MultiPolygon | null
  /** How many subjects the exact engine gave up on, since the set was made. */
  readonly fallbacks: () => number
  /** Takes covers out and puts others in. What is measured afterwards is, bit for bit, that of a new set. */
  readonly change: (removed: readonly CoverShape[], now: readonly CoverShape[], added: readonly CoverShape[]) => void
}

/** @param plane in which discs and sectors are measured; to be within some 100 km of what is asked about. */
export function coverSet(covers: readonly CoverShape[], plane: LocalPlane): CoverSet {
  let all = covers
  let index: CoverIndex | null = null
  let polygons: CoverIndex | null = null
  let field: CoverageField | null = null
  let fallbacks = 0
  const handles = new Map<CoverShape, number>()

  const indexed = (): CoverIndex => {
    index ??= coverIndex(all)
    return index
  }
  const near: CoverIndex = Object.assign((bounds: Bounds) => indexed()(bounds), {
    someAt: (...asked: Parameters<CoverIndex['someAt']>) => indexed().someAt(...asked),
  })
  const polygonsNear = (bounds: Bounds) => {
    polygons ??= coverIndex(all.filter(isPolygon))
    return polygons(bounds).filter(isPolygon)
  }
  const footprints = (): CoverageField => {
    if (field) return field
    const discs = all.filter(isFootprint)
    field = fieldOf(discs, plane)
    for (const [handle, cover] of discs.entries()) handles.set(cover, handle)
    return field
  }

  return {
    near,
    fallbacks: () => fallbacks,
    outline() {
      const now = all
      return () => {
        const rings = unionRings(now === all ? footprints() : fieldOf(now.filter(isFootprint), plane))
        return rings && { type: 'MultiPolygon', coordinates: drawRings(rings, plane) }
      }
    },
    coverPolygon(subject) {
      const sheets = polygonsNear(subject.bounds)
      if (sheets.length > 0) {
        const candidates = near(subject.bounds)
        if (candidates.length > sheets.length) return drawn(clippedCoverage(subject, candidates))
        return bySheets(subject, sheets)
      }
      const measured = footprints().measure(planeSubject(subject, plane), true)
      if (measured.closed) return exact(measured, subject, plane)
      fallbacks++
      return drawn(clippedCoverage(subject, near(subject.bounds)))
    },
    change(removed, now, added) {
      all = now
      index = null
      if ([...removed, ...added].some(isPolygon)) polygons = null
      if (!field) return
      for (const cover of removed) {
        const handle = handles.get(cover)
        if (handle !== undefined) field.remove(handle)
        handles.delete(cover)
      }
      for (const cover of added) {
        if (isFootprint(cover)) handles.set(cover, field.add(fieldCover(cover, plane)))
      }
    },
  }
}

const isFootprint = (cover: CoverShape): cover is Footprint => cover.kind === 'footprint'

function fieldOf(covers: readonly Footprint[], plane: LocalPlane): CoverageField {
  return coverageField(covers.map((cover) => fieldCover(cover, plane)))
}

/**
 * A disc is its very circle in the plane. A sector keeps its apex, which is off that circle's centre by 20 µm for 300 m and
 * a centimetre for 6 km, at 40 km from the middle; a wide one takes the radius that gives it its area.
 */
function fieldCover(cover: Footprint, plane: LocalPlane): FieldCover {
  const { centre, radius, azimuth, beamwidth } = cover
  const circle = plane.circle(centre, radius)
  if (azimuth === null || beamwidth === null) return { ...circle, azimuth: null, beamwidth: null }
  const [x, y] = plane.toPlane(centre)
  const reach = radius < WIDE ? circle.radius : sectorReach(x, y, cover, plane)
  return { x, y, radius: reach, azimuth: azimuth + plane.turn(centre), beamwidth }
}

/** Metres: below it a sector's own reach makes no difference, and sectors of a mast share one. */
const WIDE = 1000

/** Root of the mean square, by Simpson's rule, of a sector's reach in the plane over its beam. */
function sectorReach(
  x: number,
  y: number,
  { centre, radius, azimuth, beamwidth }: Footprint,
  plane: LocalPlane,
): number {
  const square = (share: number) => {
    const bearing = (azimuth ?? 0) + (share - 0.5) * (beamwidth ?? 360)
    const [px, py] = plane.toPlane(destination(centre, bearing, radius))
    return (px - x) ** 2 + (py - y) ** 2
  }
  return Math.sqrt((square(0) + 4 * square(0.5) + square(1)) / 6)
}

function exact({ area, covered, gap }: FieldCoverage, subject: PolygonSubject, plane: LocalPlane): SetCoverage {
  const uncovered = area - covered
  if (!gap || uncovered <= ROUNDING * area) return { share: 1, covered: subject.area, uncovered: 0, gap: null }
  const share = covered <= ROUNDING * area ? 0 : covered / area
  return {
    share,
    covered: share * subject.area,
    uncovered: (1 - share) * subject.area,
    gap: () => drawGap(gap, plane),
  }
}

function drawGap(gap: GapRings, plane: LocalPlane): Polygon | MultiPolygon {
  const coordinates = drawRings(gap, plane)
  const [first] = coordinates
  return coordinates.length === 1 && first
    ? { type: 'Polygon', coordinates: first }
    : { type: 'MultiPolygon', coordinates }
}

function drawRings(rings: GapRings, plane: LocalPlane): Position[][][] {
  return gapOutline(rings, GAP_TOLERANCE).map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]): Position => plane.toPosition(x!, y!).map(roundDegrees))),
  )
}

/** To 1e-9 degrees, a tenth of a millimetre. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e9) / 1e9
}

/** Polygons are measured without drawing; the gap is drawn by measuring again. */
function bySheets(subject: PolygonSubject, sheets: readonly PolygonCover[]): SetCoverage {
  const { share, covered, uncovered } = coverByPolygons(subject, sheets, { gap: false })
  if (share === 1) return { share, covered, uncovered, gap: null }
  return { share, covered, uncovered, gap: () => coverByPolygons(subject, sheets).gap ?? NO_GROUND }
}

const NO_GROUND: MultiPolygon = { type: 'MultiPolygon', coordinates: [] }

function drawn(coverage: PolygonCoverage): SetCoverage {
  const { gap, ...rest } = coverage
  return { ...rest, gap: gap && (() => gap) }
}
