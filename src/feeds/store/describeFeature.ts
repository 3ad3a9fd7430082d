import type { CityFeature, RecordKind } from '#core/model/feature.ts'
import { placeOfFeature } from './placeOfFeature'

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
    name: typeof properties.name === 'string' ? properties.name : null,
    properties,
    time,
    at: place?.at ?? null,
    bounds: place?.bounds ?? null,
  }
}
