import type { FeatureCollection } from 'geojson'
import type { ClusterSpec, MapLayerSpec } from '#layers/ResolvedLayer.ts'

/** A GeoJSON source: by URL, which the map's own worker fetches and parses, or a few features made on the page. */
export interface MapSource {
  readonly data: string | FeatureCollection
  readonly cluster: ClusterSpec | null
  /** Cut so coarsely that a feature lies in one tile. */
  readonly isWhole?: true
  /** The feed it draws, the changes of which it follows; absent for sketches, the features of which are numbered as they come. */
  readonly feed?: string
  /** Properties that layers of the source read: a change of another is none to the map. Null: any of them. */
  readonly reads?: ReadonlySet<string> | null
}

/** Everything the map is to hold: sources by id, layers bottom first. */
export interface StyleContents {
  readonly sources: Readonly<Record<string, MapSource>>
  readonly layers: readonly MapLayerSpec[]
}

export const EMPTY_CONTENTS: StyleContents = { sources: {}, layers: [] }
