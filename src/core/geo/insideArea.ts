import type { Geometry, Position } from 'geojson'
import { boundsOf } from './boundsOf'
import { type CoverIndex, isPolygon } from './coverShape'
import { insideCover } from './inside'
import { lineCoverage } from './lineCoverage'
import type { PolygonSubject } from './polygonSubject'
import { coverByPolygons } from './sheets/coverByPolygons'

/** Shares this near to one half are one half. */
const ROUNDING = 1e-9

/**
 * Whether a geometry belongs to an area (the union of the polygons of `area`): a point inside or on the edge, a line with more than half
 * its length, a polygon with more than half its area, a MultiPoint with more than half its points.
 */
export function insideArea(
  geometry: Geometry,
  area: CoverIndex,
  subjectOf: (polygon: Extract<Geometry, { type: 'Polygon' | 'MultiPolygon' }>) => PolygonSubject,
): boolean {
  if (geometry.type === 'Point') {
    const { coordinates } = geometry
    return area.someAt(coordinates, (cover) => insideCover(coordinates, cover))
  }
  const candidates = area(boundsOf(geometry))
  if (candidates.length === 0) return false
  const inside = (position: Position) => candidates.some((cover) => insideCover(position, cover))
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.filter(inside).length * 2 > geometry.coordinates.length
    case 'LineString':
    case 'MultiLineString':
      return lineCoverage(geometry, area).share > 0.5 + ROUNDING
    case 'Polygon':
    case 'MultiPolygon':
      return coverByPolygons(subjectOf(geometry), candidates.filter(isPolygon), { gap: false }).share > 0.5 + ROUNDING
    case 'GeometryCollection':
      return false
  }
}
