import type { Feature, Geometry } from 'geojson'

/** A name in the languages of the app; `zh` is always there, `en` falls back to it. */
export interface LocalText {
  readonly zh: string
  readonly en?: string | undefined
}

/** What a feature of a feed is. `reported` has no geometry; `generic` may have none. */
export const RECORD_KINDS = [
  'place',
  'site',
  'camera',
  'junction',
  'sheet',
  'device',
  'reading',
  'case',
  'hazard',
  'warning',
  'team',
  'store',
  'shelter',
  'hospital',
  'vehicle',
  'road',
  'zone',
  'reported',
  'generic',
] as const
export type RecordKind = (typeof RECORD_KINDS)[number]

/**
 * The set of points within `radius` metres of a point by great circle, cut to `azimuth ± beamwidth / 2`
 * (degrees, clockwise from north). `azimuth` or `beamwidth` null: the full disc.
 */
export interface Footprint {
  readonly radius: number
  readonly azimuth: number | null
  readonly beamwidth: number | null
}

/** A feature the door has let in: WGS84, foreign field names mapped, geometry mended. */
export interface CityFeature {
  /** Identity as text, unique within its feed. */
  readonly id: string
  /** Stable numeric id for map feature-state, unique within its feed. */
  readonly mapId: number
  /** WGS84 [longitude, latitude]; null for `reported`, and for a `generic` without place. */
  readonly geometry: Geometry | null
  /** After the `fields` mapping: `id`, `name` and `time` carry the mapped values where the feed has them. */
  readonly properties: Readonly<Record<string, unknown>>
  /** Data time of this feature, epoch milliseconds, or null when unknown. */
  readonly time: number | null
  /** Present when the feed has a footprint definition. */
  readonly footprint?: Footprint
}

/**
 * What time, and a feature's own past, add to its properties, such as a case's clock. Pure: the same feature, moment and
 * past give the same answer.
 */
export type Derivation = (
  feature: CityFeature,
  /** Epoch milliseconds. */
  now: number,
  /** The same feature as it was last derived, for hysteresis; null when it was not. */
  before: CityFeature | null,
) => Readonly<Record<string, unknown>>

/** Changes of what the map draws of a feed, by numeric map id; the form of MapLibre's GeoJSON source diff. */
export interface MapDiff {
  readonly remove: readonly number[]
  readonly add: readonly Feature[]
  readonly update: readonly MapFeatureDiff[]
}

export interface MapFeatureDiff {
  readonly id: number
  readonly newGeometry?: Geometry
  readonly removeProperties?: readonly string[]
  readonly addOrUpdateProperties?: readonly { readonly key: string; readonly value: unknown }[]
}
