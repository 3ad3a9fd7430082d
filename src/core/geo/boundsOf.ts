import type { Geometry, Polygon, Position } from 'geojson'

/** West, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Bounding box of a geometry, degrees. An empty geometry gives an inverted box that meets nothing. */
export function boundsOf(geometry: Geometry): Bounds {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  widen(box, geometry)
  return box
}

/** A box as an area. */
export function boxPolygon([west, south, east, north]: Bounds): Polygon {
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

type Box = [west: number, south: number, east: number, north: number]

function widen(box: Box, geometry: Geometry): void {
  switch (geometry.type) {
    case 'Point':
      widenBy(box, [geometry.coordinates])
      return
    case 'MultiPoint':
    case 'LineString':
      widenBy(box, geometry.coordinates)
      return
    case 'MultiLineString':
    case 'Polygon':
      for (const line of geometry.coordinates) widenBy(box, line)
      return
    case 'MultiPolygon':
      for (const part of geometry.coordinates) for (const ring of part) widenBy(box, ring)
      return
    case 'GeometryCollection':
      for (const part of geometry.geometries) widen(box, part)
  }
}

function widenBy(box: Box, positions: readonly Position[]): void {
  let [west, south, east, north] = box
  for (const position of positions) {
    const x = position[0]!
    const y = position[1]!
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  box[0] = west
  box[1] = south
  box[2] = east
  box[3] = north
}
