import type { Geometry, Position } from 'geojson'
import type { Reason } from '#core/model/feedReport.ts'
import { QuarantineError } from '../door/noticeLog'
import { type Left, NOTICES, QUARANTINE } from '../door/reasons'
import { Degenerate, type Mend, mendLine, mendRing } from './mend'

/** Takes a position as written to WGS84, or throws a QuarantineError where it cannot be. */
export type Place = (x: number, y: number) => readonly [number, number]

/** What was mended on the way: without a loss, and what was left out of the geometry. */
export interface Mended {
  readonly mends: Set<Mend>
  readonly leftOut: Reason[]
}

type Read<Result> = (value: unknown) => Result

/**
 * The geometry as the app uses it: WGS84, two coordinates, mended. A ring, hole or part of no extent is left out, and
 * said, as long as something is left; what cannot be used throws a QuarantineError.
 */
export function readGeometry(raw: Readonly<Record<string, unknown>>, place: Place, mended: Mended): Geometry {
  const { type, coordinates } = raw
  if (typeof type !== 'string') throw new QuarantineError('geometry', QUARANTINE.unknownGeometryType(type))
  const { mends, leftOut } = mended
  const position = readPosition(type, place, mends)
  const line: Read<Position[]> = (value) => mendLine(list(value, type).map(position), mends)
  const holes: Left[] = []
  const parts: Left[] = []
  const ring = (value: unknown, outer: boolean): Position[] => {
    const positions = listOrNone(value, type)
    if (positions.length > 0 && !Array.isArray(positions[0]))
      throw new QuarantineError('geometry', QUARANTINE.badNesting('Polygon', value))
    const read = positions.map(position)
    if (read.length < 4) throw new Degenerate('geometry', QUARANTINE.shortRing(read.length))
    return mendRing(read, outer, mends)
  }
  /** A part whose outer ring is degenerate goes with its holes. */
  const rings = (value: unknown, part: number | null): Position[][] =>
    listOrNone(value, type).flatMap((each, index) => {
      if (index === 0) return [ring(each, true)]
      const hole = orLeft(() => ring(each, false), holes, { part, ring: index + 1 })
      return hole ? [hole] : []
    })
  const all = <Part>(read: (value: unknown, part: number) => Part): Part[] => {
    const values = list(coordinates, type)
    const kept = values.flatMap((value, index) => {
      const part = orLeft(() => read(value, index + 1), parts, { part: index + 1, ring: null })
      return part === null ? [] : [part]
    })
    const [first] = parts
    if (kept.length === 0 && first) throw new QuarantineError('geometry', first.reason)
    return kept
  }
  const polygon = (value: unknown, part: number | null): Position[][] => {
    const read = rings(value, part)
    if (read.length === 0) throw new Degenerate('geometry', QUARANTINE.emptyCoordinates())
    return read
  }
  const geometry = ((): Geometry => {
    switch (type) {
      case 'Point':
        return { type, coordinates: position(coordinates) }
      case 'MultiPoint':
        return { type, coordinates: list(coordinates, type).map(position) }
      case 'LineString':
        return { type, coordinates: line(coordinates) }
      case 'MultiLineString':
        return { type, coordinates: all((value) => mendLine(listOrNone(value, type).map(position), mends)) }
      case 'Polygon':
        return { type, coordinates: polygon(list(coordinates, type), null) }
      case 'MultiPolygon':
        return { type, coordinates: all(polygon) }
      case 'GeometryCollection':
        throw new QuarantineError('geometry', QUARANTINE.geometryCollection())
      default:
        throw new QuarantineError('geometry', QUARANTINE.unknownGeometryType(type))
    }
  })()
  if (holes.length > 0) leftOut.push(NOTICES.holeDropped(holes))
  if (parts.length > 0) leftOut.push(NOTICES.partDropped(parts))
  return geometry
}

/** What `read` gives; null where it is degenerate, which is then among those `left` out. */
function orLeft<Part>(read: () => Part, left: Left[], where: Omit<Left, 'reason'>): Part | null {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Degenerate)) throw error
    left.push({ ...where, reason: error.reason })
    return null
  }
}

/** A list that holds something. */
function list(value: unknown, type: string): readonly unknown[] {
  const found = listOrNone(value, type)
  if (found.length === 0) throw new QuarantineError('geometry', QUARANTINE.emptyCoordinates())
  return found
}

function listOrNone(value: unknown, type: string): readonly unknown[] {
  if (value === undefined || value === null) throw new QuarantineError('geometry', QUARANTINE.emptyCoordinates())
  if (!Array.isArray(value)) throw new QuarantineError('geometry', QUARANTINE.badNesting(type, value))
  return value
}

function readPosition(type: string, place: Place, mends: Set<Mend>): Read<Position> {
  return (value) => {
    const [x, y, ...more] = list(value, type)
    for (const number of [x, y]) {
      if (number === undefined) throw new QuarantineError('geometry', QUARANTINE.shortPosition(value))
      if (Array.isArray(number)) throw new QuarantineError('geometry', QUARANTINE.badNesting(type, value))
      if (typeof number !== 'number' || !Number.isFinite(number)) {
        throw new QuarantineError('geometry', QUARANTINE.notNumber(number))
      }
    }
    if (more.length > 0) mends.add('thirdDropped')
    return [...place(Number(x), Number(y))]
  }
}
