import type { Feature, Geometry } from 'geojson'

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
