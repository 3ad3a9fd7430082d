import { bbox } from '@turf/bbox'
import { pointOnFeature } from '@turf/point-on-feature'
import type { Geometry } from 'geojson'
import type { CityFeature, RecordKind } from '#core/model/feature.ts'
import { shownName } from '#core/model/shownName.ts'

export interface FeaturePlace {
  /** A point on or in the feature, [longitude, latitude]. */
  readonly at: readonly [number, number]
  /** [west, south, east, north]. */
  readonly bounds: readonly [number, number, number, number]
}

const places = new WeakMap<CityFeature, FeaturePlace | null>()

/** Where a feature is, or null when it has no geometry; found once for a feature. */
export function placeOfFeature(feature: CityFeature): FeaturePlace | null {
  const known = places.get(feature)
  if (known !== undefined) return known
  const place = findPlace(feature)
  places.set(feature, place)
  return place
}

function findPlace({ geometry }: CityFeature): FeaturePlace | null {
  if (!geometry) return null
  if (geometry.type === 'Point') {
    const [longitude = 0, latitude = 0] = geometry.coordinates
    return { at: [longitude, latitude], bounds: [longitude, latitude, longitude, latitude] }
  }
  const [west, south, east, north] = bbox(geometry)
  return { at: pointOn(geometry), bounds: [west, south, east, north] }
}

/** A point on or in a geometry, [longitude, latitude]. */
export function pointOn(geometry: Geometry): readonly [number, number] {
  const [longitude = 0, latitude = 0] =
    geometry.type === 'Point' ? geometry.coordinates : pointOnFeature(geometry).geometry.coordinates
  return [longitude, latitude]
}

/** [west, south, east, north] of everything that has a place, or null when nothing has. */
export function boundsOfFeatures(features: readonly CityFeature[]): readonly [number, number, number, number] | null {
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity]
  for (const { geometry } of features) {
    if (!geometry) continue
    const [w, s, e, n] = bbox(geometry)
    west = Math.min(west, w)
    south = Math.min(south, s)
    east = Math.max(east, e)
    north = Math.max(north, n)
  }
  return west <= east ? [west, south, east, north] : null
}

export interface FeatureDetail {
  readonly feed: string
  readonly mapId: number
  readonly id: string
  readonly record: RecordKind
  readonly name: string | null
  readonly properties: Readonly<Record<string, unknown>>
  /** Data time, epoch milliseconds. */
  readonly time: number | null
  /** A point on or in the feature, for the popup. */
  readonly at: readonly [number, number] | null
  /** [west, south, east, north]. */
  readonly bounds: readonly [number, number, number, number] | null
}

/** Everything a popup or a sheet says of one feature. */
export function describeFeature(feed: string, record: RecordKind, feature: CityFeature): FeatureDetail {
  const { mapId, id, properties, time } = feature
  const place = placeOfFeature(feature)
  return {
    feed,
    mapId,
    id,
    record,
    name: typeof properties.name === 'string' ? shownName(properties.name) : null,
    properties,
    time,
    at: place?.at ?? null,
    bounds: place?.bounds ?? null,
  }
}
