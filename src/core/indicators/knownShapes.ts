import type { MultiPolygon, Polygon } from 'geojson'
import { type CoverIndex, coverIndex, coverShapes } from '../geo/coverShape'
import { type PolygonSubject, polygonSubject } from '../geo/polygonSubject'
import type { CityFeature } from '../model/feature'

const subjects = new WeakMap<Polygon | MultiPolygon, PolygonSubject>()

/** `polygonSubject`, made once for each geometry: many metrics ask about the same areas. */
export function subjectOf(polygon: Polygon | MultiPolygon): PolygonSubject {
  const known = subjects.get(polygon)
  if (known) return known
  const subject = polygonSubject(polygon)
  subjects.set(polygon, subject)
  return subject
}

const indexes = new WeakMap<readonly CityFeature[], CoverIndex>()

/** The polygons among features, indexed once for the same list. */
export function polygonsOf(features: readonly CityFeature[]): CoverIndex {
  const known = indexes.get(features)
  if (known) return known
  const index = coverIndex(features.flatMap((feature) => coverShapes(feature.geometry, undefined) ?? []))
  indexes.set(features, index)
  return index
}
