import type { LineString, Polygon, Position } from 'geojson'

/** A point of the local plane: metres east and north of the city's centre. */
export type Point = readonly [number, number]
export type Path = readonly Point[]

const centre = { lon: 116.97, lat: 35.4 }
const metresPerDegreeNorth = 111195.08
/** metresPerDegreeNorth times the cosine of 35.4 degrees, written out so that every platform agrees. */
const metresPerDegreeEast = 90638.09

const round6 = (value: number): number => Math.round(value * 1e6) / 1e6

/** WGS84 to the local plane, metres. Equirectangular about the centre: good to 0.2 % within the county. */
export function toPlane(position: Position): Point {
  return [(position[0]! - centre.lon) * metresPerDegreeEast, (position[1]! - centre.lat) * metresPerDegreeNorth]
}

/** The local plane to WGS84, rounded to six decimals (about 0.1 m). */
export function toPosition(point: Point): Position {
  return [round6(centre.lon + point[0] / metresPerDegreeEast), round6(centre.lat + point[1] / metresPerDegreeNorth)]
}

/** Positions without the repeats that rounding makes. */
function toPositions(path: Path): Position[] {
  const positions: Position[] = []
  for (const point of path) {
    const position = toPosition(point)
    const last = positions.at(-1)
    if (!last || last[0] !== position[0] || last[1] !== position[1]) positions.push(position)
  }
  return positions
}

/** Twice the signed area of an open ring: positive when counter-clockwise. */
function signedArea2(ring: readonly Position[]): number {
  let sum = 0
  for (let index = 0; index < ring.length; index++) {
    const a = ring[index]!
    const b = ring[(index + 1) % ring.length]!
    sum += a[0]! * b[1]! - b[0]! * a[1]!
  }
  return sum
}

function toRing(path: Path, counterClockwise: boolean): Position[] {
  const ring = toPositions(path)
  const first = ring[0]!
  const last = ring.at(-1)!
  if (ring.length > 1 && first[0] === last[0] && first[1] === last[1]) ring.pop()
  if (signedArea2(ring) > 0 !== counterClockwise) ring.reverse()
  return [...ring, ring[0]!]
}

/** A closed GeoJSON polygon, outer ring counter-clockwise and holes clockwise, from open rings in metres. */
export function toPolygon(outer: Path, holes: readonly Path[] = []): Polygon {
  return { type: 'Polygon', coordinates: [toRing(outer, true), ...holes.map((hole) => toRing(hole, false))] }
}

/** A GeoJSON line from a path in metres. */
export function toLine(path: Path): LineString {
  return { type: 'LineString', coordinates: toPositions(path) }
}
