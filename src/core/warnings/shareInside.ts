import type { Geometry, Position } from 'geojson'
import { boundsOf } from '../geo/boundsOf'
import type { CoverIndex } from '../geo/coverIndex'
import { isPolygon } from '../geo/coverShape'
import { insideCover } from '../geo/insideCover'
import { lineCoverage } from '../geo/lineCoverage'
import { coverByPolygons } from '../geo/sheets/coverByPolygons'
import { subjectOf } from '../indicators/subjectOf'

/**
 * How much of a geometry lies in an area (a union of polygons), 0 to 1: a polygon by area, a line by length, several
 * points by their number; a point is in or on the edge (1) or out (0).
 */
export function shareInside(geometry: Geometry, area: CoverIndex): number {
  const covers = area(boundsOf(geometry))
  if (covers.length === 0) return 0
  const inside = (position: Position) => covers.some((cover) => insideCover(position, cover))
  switch (geometry.type) {
    case 'Point':
      return inside(geometry.coordinates) ? 1 : 0
    case 'MultiPoint':
      return geometry.coordinates.filter(inside).length / geometry.coordinates.length
    case 'LineString':
    case 'MultiLineString':
      return lineCoverage(geometry, area).share || 0
    case 'Polygon':
    case 'MultiPolygon':
      return coverByPolygons(subjectOf(geometry), covers.filter(isPolygon), { gap: false }).share
    case 'GeometryCollection':
      return 0
  }
}
