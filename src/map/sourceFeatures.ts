import type { Feature } from 'geojson'
import { GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl'

/** What the map has of a source. */
export interface SourceFeatures {
  /** As it was told. */
  readonly held: readonly Feature[]
  /** As its tiles in view draw it: places are rounded to the grid of a tile, and what lies on an edge is there twice. */
  readonly drawn: readonly Pick<Feature, 'id' | 'properties'>[]
}

/** The features of a source of points, lines or areas, for tests; none where there is no such source. */
export async function sourceFeatures(map: MapLibreMap, id: string): Promise<SourceFeatures> {
  const source = map.getSource(id)
  if (!(source instanceof GeoJSONSource)) return { held: [], drawn: [] }
  const data = await source.getData()
  return {
    held: data.type === 'FeatureCollection' ? data.features : [],
    drawn: map.querySourceFeatures(id).map(({ id: mapId, properties }) => ({ id: mapId, properties })),
  }
}
