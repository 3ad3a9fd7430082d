import type { Geometry, Polygon, Position } from 'geojson'
import { EARTH_RADIUS, RADIANS_PER_DEGREE } from '#core/geo/sphere.ts'
import type { ReadableFeed } from '#core/indicators/metricOutcome.ts'
import { random } from '#seeds/random.ts'

/** Where the county lies, degrees; about 27 km by 22 km. */
const WEST = 116.9
const SOUTH = 35.3
const WIDTH = 0.3
const HEIGHT = 0.2

export function pointFeed(id: string, count: number): ReadableFeed {
  const stream = random(`bench ${id}`)
  return feedOf(
    id,
    Array.from(
      { length: count },
      (): Geometry => ({
        type: 'Point',
        coordinates: [WEST + WIDTH * stream.next(), SOUTH + HEIGHT * stream.next()],
      }),
    ),
  )
}

/** Irregular polygons of 6 to 30 vertices, some 600 m across. */
export function zoneFeed(id: string, count: number): ReadableFeed {
  const stream = random(`bench ${id}`)
  return feedOf(
    id,
    Array.from({ length: count }, () =>
      roundPolygon(
        WEST + WIDTH * stream.next(),
        SOUTH + HEIGHT * stream.next(),
        0.004,
        stream.whole(6, 30),
        stream.next,
      ),
    ),
  )
}

/** A plan of 60 vertices that reaches over the edge of its map sheets. */
export function planPolygon(): Polygon {
  const stream = random('bench plan')
  return roundPolygon(WEST + WIDTH / 2, SOUTH + HEIGHT / 2, 0.13, 60, stream.next)
}

/** Rectangles side by side, 50 rows of 100, of which one in twenty is missing; neighbours share their edges. */
export function sheetPolygons(): Polygon[] {
  const stream = random('bench sheets')
  const across = (column: number): number => WEST + (WIDTH * column) / 100
  const up = (row: number): number => SOUTH + (HEIGHT * row) / 50
  const sheets: Polygon[] = []
  for (let row = 0; row < 50; row++) {
    for (let column = 0; column < 100; column++) {
      const [w, s, e, n] = [across(column), up(row), across(column + 1), up(row + 1)]
      // A missing sheet is replaced by one that is there already: 5,000 in all, some twice.
      const missing = stream.chance(0.05) && sheets.length > 0
      const ring: Position[] = [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ]
      sheets.push(missing ? stream.pick(sheets) : { type: 'Polygon', coordinates: [ring] })
    }
  }
  return sheets
}

/** Rings in the plane where areas are those on the sphere: R · longitude, R · sin latitude, metres from the county. */
export function equalAreaRings(polygon: Polygon): Float64Array[] {
  const base = Math.sin(SOUTH * RADIANS_PER_DEGREE)
  return polygon.coordinates.map((ring) =>
    Float64Array.from(
      ring.flatMap(([longitude = 0, latitude = 0]) => [
        EARTH_RADIUS * (longitude - WEST) * RADIANS_PER_DEGREE,
        EARTH_RADIUS * (Math.sin(latitude * RADIANS_PER_DEGREE) - base),
      ]),
    ),
  )
}

function roundPolygon(x: number, y: number, size: number, corners: number, next: () => number): Polygon {
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const angle = (2 * Math.PI * (i + 0.7 * (next() - 0.5))) / corners
    const reach = size * (0.65 + 0.35 * next())
    return [x + reach * Math.cos(angle), y + 0.8 * reach * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

function feedOf(id: string, geometries: readonly Geometry[]): ReadableFeed {
  const features = geometries.map((geometry, i) => ({
    id: `${id}-${i}`,
    mapId: i + 1,
    geometry,
    properties: {},
    time: null,
  }))
  const report = {
    id,
    read: features.length,
    accepted: features.length,
    repaired: 0,
    quarantined: [],
    notices: [],
    asOf: null,
    sha256: '',
    bytes: 0,
  }
  return { id, features, report, record: 'generic', hasFootprint: false }
}
