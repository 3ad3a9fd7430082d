import type { Geometry, Position } from 'geojson'
import { foundText } from '#catalog/fault.ts'
import { QuarantineError } from '../door/noticeLog'
import { QUARANTINE } from '../door/reasons'
import { type Mend, mendLine, mendRing } from './mend'

/** Takes a position as written to WGS84, or throws a QuarantineError where it cannot be. */
export type Place = (x: number, y: number) => readonly [number, number]

type Read<Result> = (value: unknown) => Result

/** The geometry as the app uses it: WGS84, two coordinates, mended. What cannot be used throws a QuarantineError. */
export function readGeometry(raw: Readonly<Record<string, unknown>>, place: Place, mends: Set<Mend>): Geometry {
  const { type, coordinates } = raw
  const position = readPosition(String(type), place, mends)
  const line: Read<Position[]> = (value) => mendLine(list(value, String(type)).map(position), mends)
  const rings: Read<Position[][]> = (value) =>
    list(value, String(type)).map((ring, index) => {
      const positions = list(ring, String(type))
      if (!Array.isArray(positions[0]))
        throw new QuarantineError('geometry', QUARANTINE.badNesting('Polygon', foundText(ring)))
      if (positions.length < 4) throw new QuarantineError('geometry', QUARANTINE.shortRing(positions.length))
      return mendRing(positions.map(position), index === 0, mends)
    })
  switch (type) {
    case 'Point':
      return { type, coordinates: position(coordinates) }
    case 'MultiPoint':
      return { type, coordinates: list(coordinates, type).map(position) }
    case 'LineString':
      return { type, coordinates: line(coordinates) }
    case 'MultiLineString':
      return { type, coordinates: list(coordinates, type).map(line) }
    case 'Polygon':
      return { type, coordinates: rings(coordinates) }
    case 'MultiPolygon':
      return { type, coordinates: list(coordinates, type).map(rings) }
    case 'GeometryCollection':
      throw new QuarantineError('geometry', QUARANTINE.geometryCollection())
    default:
      throw new QuarantineError('geometry', QUARANTINE.unknownGeometryType(foundText(type)))
  }
}

/** A list that holds something. */
function list(value: unknown, type: string): readonly unknown[] {
  if (value === undefined || value === null) throw new QuarantineError('geometry', QUARANTINE.emptyCoordinates())
  if (!Array.isArray(value)) throw new QuarantineError('geometry', QUARANTINE.badNesting(type, foundText(value)))
  if (value.length === 0) throw new QuarantineError('geometry', QUARANTINE.emptyCoordinates())
  return value
}

function readPosition(type: string, place: Place, mends: Set<Mend>): Read<Position> {
  return (value) => {
    const [x, y, ...more] = list(value, type)
    for (const number of [x, y]) {
      if (number === undefined) throw new QuarantineError('geometry', QUARANTINE.shortPosition(foundText(value)))
      if (Array.isArray(number)) throw new QuarantineError('geometry', QUARANTINE.badNesting(type, foundText(value)))
      if (typeof number !== 'number' || !Number.isFinite(number)) {
        const found = typeof number === 'number' ? String(number) : foundText(number)
        throw new QuarantineError('geometry', QUARANTINE.notNumber(found))
      }
    }
    if (more.length > 0) mends.add('thirdDropped')
    return [...place(Number(x), Number(y))]
  }
}
