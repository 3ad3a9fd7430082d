import type { Geometry, Position } from 'geojson'

/** West, south, east, north, in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  switch (geometry.type) {
    case 'Point':
      visit(geometry.coordinates)
      return
    case 'MultiPoint':
    case 'LineString':
      for (const position of geometry.coordinates) visit(position)
      return
    case 'MultiLineString':
    case 'Polygon':
      for (const line of geometry.coordinates) for (const position of line) visit(position)
      return
    case 'MultiPolygon':
      for (const part of geometry.coordinates) for (const ring of part) for (const position of ring) visit(position)
      return
    case 'GeometryCollection':
      for (const part of geometry.geometries) eachPosition(part, visit)
  }
}

/** Bounding box of a geometry, degrees. An empty geometry gives an inverted box that meets nothing. */
export function boundsOf(geometry: Geometry): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  eachPosition(geometry, ([longitude, latitude]) => {
    west = Math.min(west, longitude!)
    south = Math.min(south, latitude!)
    east = Math.max(east, longitude!)
    north = Math.max(north, latitude!)
  })
  return [west, south, east, north]
}
