import type { LineString, MultiLineString, Position } from 'geojson'
import { boundsOf } from './boundsOf'
import type { CoverIndex, CoverShape } from './coverShape'
import { insideCover } from './inside'
import { destination, EARTH_RADIUS, greatCircleDistance, initialBearing, RADIANS_PER_DEGREE } from './sphere'

/** Part of a segment as fractions of its length, 0 ≤ from < to ≤ 1. */
type Interval = readonly [from: number, to: number]

/** The position at a fraction of the great circle from a to b. */
function positionAlong(a: Position, b: Position, fraction: number): Position {
  if (fraction === 0) return a
  if (fraction === 1) return b
  return destination(a, initialBearing(a, b), greatCircleDistance(a, b) * fraction)
}

/**
 * The parts of the segment a–b (a great circle) that lie in one cover. The segment is cut wherever it meets the cover's
 * edge, and each piece is asked by its middle. Exact for discs and sectors; against a polygon the segment is taken
 * straight in (longitude, sin latitude), as the polygon's edges are: a centimetre aside on a segment of a kilometre.
 */
function coveredIntervals(a: Position, b: Position, cover: CoverShape): readonly Interval[] {
  if (cover.kind === 'footprint')
    return piecesInside(footprintCuts(a, b, cover), cover, (cut) => positionAlong(a, b, cut))
  const [bx, by] = planar(b, a)
  const at = (cut: number) => unplanar([bx * cut, by * cut], a)
  const fraction = (cut: number) => {
    if (cut === 0 || cut === 1) return cut
    // Both sides of the cut, for it lies a little off the great circle: half a segment is to be half.
    const before = greatCircleDistance(a, at(cut))
    return before / (before + greatCircleDistance(at(cut), b))
  }
  return piecesInside(polygonCuts(a, b, cover.polygon), cover, at).map(([from, to]) => [fraction(from), fraction(to)])
}

function piecesInside(cuts: readonly number[], cover: CoverShape, at: (cut: number) => Position): Interval[] {
  const pieces: Interval[] = []
  let from = 0
  for (const to of [...cuts.filter((cut) => cut > 0 && cut < 1).sort((x, y) => x - y), 1]) {
    if (to > from && insideCover(at((from + to) / 2), cover)) pieces.push([from, to])
    from = to
  }
  return pieces
}

function footprintCuts(a: Position, b: Position, cover: CoverShape & { kind: 'footprint' }): number[] {
  const whole = greatCircleDistance(a, b) / EARTH_RADIUS
  if (whole === 0) return []
  const toCentre = greatCircleDistance(a, cover.centre) / EARTH_RADIUS
  const turn = (initialBearing(a, cover.centre) - initialBearing(a, b)) * RADIANS_PER_DEGREE
  const across = Math.asin(Math.max(-1, Math.min(1, Math.sin(toCentre) * Math.sin(turn))))
  const along = Math.atan2(Math.sin(toCentre) * Math.cos(turn), Math.cos(toCentre))
  const radius = cover.radius / EARTH_RADIUS
  // sin²(h/2) of the half chord h, from cos(radius) = cos(across) · cos(h), without losing digits.
  const halfChord = (Math.sin(radius / 2) ** 2 - Math.sin(across / 2) ** 2) / Math.cos(across)
  if (halfChord < 0) return []
  const half = 2 * Math.asin(Math.min(1, Math.sqrt(halfChord)))
  const angles = [along - half, along + half]
  if (cover.azimuth !== null && cover.beamwidth !== null) {
    for (const side of [cover.azimuth - cover.beamwidth / 2, cover.azimuth + cover.beamwidth / 2]) {
      angles.push(sideCut(a, b, whole, cover.centre, side))
    }
  }
  return angles.map((angle) => angle / whole)
}

/** Angle from a at which a–b meets the great circle through `centre` with the given bearing. */
function sideCut(a: Position, b: Position, whole: number, centre: Position, bearing: number): number {
  const sideOf = (p: Position) =>
    Math.sin(greatCircleDistance(centre, p) / EARTH_RADIUS) *
    Math.sin((initialBearing(centre, p) - bearing) * RADIANS_PER_DEGREE)
  const atA = sideOf(a)
  const angle = Math.atan2(atA * Math.sin(whole), atA * Math.cos(whole) - sideOf(b))
  return angle < 0 ? angle + Math.PI : angle
}

function polygonCuts(a: Position, b: Position, polygon: Extract<CoverShape, { kind: 'polygon' }>['polygon']): number[] {
  const rings = polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat()
  const [bx, by] = planar(b, a)
  const cuts: number[] = []
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [px, py] = planar(ring[i - 1]!, a)
      const [qx, qy] = planar(ring[i]!, a)
      // Both ends of an edge cut too: a segment may run along the edge.
      const before = bx * py - by * px
      const after = bx * qy - by * qx
      if ((before > 0 && after > 0) || (before < 0 && after < 0)) continue
      const share = before === after ? 0 : before / (before - after)
      const length2 = bx * bx + by * by
      cuts.push(((px + (qx - px) * share) * bx + (py + (qy - py) * share) * by) / length2)
      if (before === after) cuts.push((qx * bx + qy * by) / length2)
    }
  }
  return cuts
}

/** Longitude and sine of latitude seen from an origin, radians. */
function planar(position: Position, origin: Position): readonly [number, number] {
  const half = ((position[1]! - origin[1]!) * RADIANS_PER_DEGREE) / 2
  return [
    (position[0]! - origin[0]!) * RADIANS_PER_DEGREE,
    2 * Math.sin(half) * Math.cos(origin[1]! * RADIANS_PER_DEGREE + half),
  ]
}

function unplanar([x, y]: readonly [number, number], origin: Position): Position {
  const sine = Math.sin(origin[1]! * RADIANS_PER_DEGREE) + y
  return [origin[0]! + x / RADIANS_PER_DEGREE, Math.asin(Math.max(-1, Math.min(1, sine))) / RADIANS_PER_DEGREE]
}

export interface LineCoverage {
  /** Covered share of the length, 0 to 1; NaN for a line without length. */
  readonly share: number
  /** Metres. */
  readonly length: number
  readonly covered: number
  /** The uncovered part, null when there is none. */
  readonly gap: LineString | MultiLineString | null
}

/** Metres: a shorter piece of gap is rounding. */
const ROUNDING = 1e-5

/** How much of a line's length the union of covers covers, and what it leaves open. */
export function lineCoverage(line: LineString | MultiLineString, covers: CoverIndex): LineCoverage {
  const parts = line.type === 'LineString' ? [line.coordinates] : line.coordinates
  const pieces: Position[][] = []
  let length = 0
  let open = 0
  for (const part of parts) {
    // The piece of gap that reaches the end of the segment before, to be carried on.
    let reaching: Position[] | null = null
    for (let i = 1; i < part.length; i++) {
      const [a, b] = [part[i - 1]!, part[i]!]
      const metres = greatCircleDistance(a, b)
      if (metres === 0) continue
      length += metres
      let last: Position[] | null = null
      for (const [from, to] of openIntervals(a, b, metres, covers)) {
        open += (to - from) * metres
        const piece: Position[] = from === 0 && reaching ? reaching : [positionAlong(a, b, from)]
        if (piece !== reaching) pieces.push(piece)
        piece.push(positionAlong(a, b, to))
        last = to === 1 ? piece : null
      }
      reaching = last
    }
  }
  const covered = length - open
  const [first] = pieces
  return {
    share: open === 0 && length > 0 ? 1 : covered / length,
    length,
    covered,
    gap: !first
      ? null
      : pieces.length === 1
        ? { type: 'LineString', coordinates: first }
        : { type: 'MultiLineString', coordinates: pieces },
  }
}

/** What the union of covers leaves open of a segment. */
function openIntervals(a: Position, b: Position, metres: number, covers: CoverIndex): Interval[] {
  const covered = covers(boundsOf({ type: 'LineString', coordinates: [a, b] }))
    .flatMap((cover) => coveredIntervals(a, b, cover))
    .sort((x, y) => x[0] - y[0])
  const open: Interval[] = []
  let reached = 0
  for (const [from, to] of [...covered, [1, 1] as const]) {
    if ((from - reached) * metres > ROUNDING) open.push([reached, from])
    reached = Math.max(reached, to)
  }
  return open
}
