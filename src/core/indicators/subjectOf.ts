import type { MultiPolygon, Polygon } from 'geojson'
import { type PolygonSubject, polygonSubject } from '../geo/polygonSubject'

const made = new WeakMap<Polygon | MultiPolygon, PolygonSubject>()

/** `polygonSubject`, made once for each geometry: many metrics ask about the same areas. */
export function subjectOf(polygon: Polygon | MultiPolygon): PolygonSubject {
  const known = made.get(polygon)
  if (known) return known
  const subject = polygonSubject(polygon)
  made.set(polygon, subject)
  return subject
}
