import type { MultiPolygon, Polygon } from 'geojson'
import type { Bounds } from '../geo/boundsOf'
import { type CoverIndex, coverIndex, coverShapes, isPolygon } from '../geo/coverShape'
import { insideArea } from '../geo/insideArea'
import type { CityFeature } from '../model/feature'
import type { ScopeDefinition } from '../model/metricDefinition'
import { predicateOf } from './cannotMeasure'
import { subjectOf } from './knownShapes'

/** The union of the features of a scope. */
export interface ScopeArea {
  readonly id: string
  /** No polygon was selected: nothing is in scope. */
  readonly empty: boolean
  readonly covers: CoverIndex
  readonly contains: (feature: CityFeature) => boolean
}

/** The polygons of a scope that may meet bounds; null: there is no scope to filter by. */
export function scopePolygons(scope: ScopeArea | null, bounds: Bounds): readonly (Polygon | MultiPolygon)[] | null {
  if (!scope) return null
  return scope.covers(bounds).flatMap((cover) => (isPolygon(cover) ? [cover.polygon] : []))
}

const made = new WeakMap<readonly CityFeature[], Map<string, ScopeArea>>()

/**
 * The union of the polygons a scope selects. A feature belongs to it by its own kind: see `insideArea`; a feature without
 * geometry belongs to no scope. Made once for the same features, and asked once about each.
 */
export function scopeArea(definition: ScopeDefinition, feed: { readonly features: readonly CityFeature[] }): ScopeArea {
  const areas = made.get(feed.features) ?? new Map<string, ScopeArea>()
  made.set(feed.features, areas)
  const key = JSON.stringify([definition.id, definition.where])
  const area = areas.get(key) ?? makeArea(definition, feed.features)
  areas.set(key, area)
  return area
}

function makeArea(definition: ScopeDefinition, features: readonly CityFeature[]): ScopeArea {
  const where = predicateOf(definition.where)
  const shapes = features
    .filter((feature) => where(feature) === true)
    .flatMap((feature) => coverShapes(feature.geometry, undefined) ?? [])
  const covers = coverIndex(shapes)
  const known = new WeakMap<CityFeature, boolean>()
  return {
    id: definition.id,
    empty: shapes.length === 0,
    covers,
    contains: (feature) => {
      let inside = known.get(feature)
      if (inside === undefined) {
        inside = feature.geometry !== null && insideArea(feature.geometry, covers, subjectOf)
        known.set(feature, inside)
      }
      return inside
    },
  }
}
