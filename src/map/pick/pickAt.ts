import { GeoJSONSource, type MapGeoJSONFeature, type Map as MapLibreMap, type Point } from 'maplibre-gl'
import { type MapRef, refKey } from '#state/selection.ts'
import type { Pickable } from './pickableLayers'

/** A click means everything within this many pixels; a finger is broader than a pointer. */
const REACH = { mouse: 5, touch: 14 } as const

export interface Cluster {
  readonly source: GeoJSONSource
  readonly clusterId: number
  readonly at: readonly [number, number]
  readonly feed: string
}

export interface Picked {
  readonly features: readonly MapRef[]
  /** Where the topmost feature stands, when it is a point. */
  readonly at: readonly [number, number] | null
  readonly cluster: Cluster | null
}

const isThin = (feature: MapGeoJSONFeature): boolean => !feature.geometry.type.endsWith('Polygon')

function drawnAt(map: MapLibreMap, point: Point, reach: number, pickable: Pickable): readonly MapGeoJSONFeature[] {
  const layers = [...pickable.keys()].filter((id) => map.getLayer(id))
  if (layers.length === 0) return []
  const area: [[number, number], [number, number]] = [
    [point.x - reach, point.y - reach],
    [point.x + reach, point.y + reach],
  ]
  const near = map.queryRenderedFeatures(area, { layers }).filter(isThin)
  // Points and lines are aimed at; an area answers only where nothing finer lies.
  return near.length > 0 ? near : map.queryRenderedFeatures(point, { layers })
}

function refOf(feature: MapGeoJSONFeature, pickable: Pickable): MapRef | null {
  const target = pickable.get(feature.layer.id)
  const mapId = Number(feature.id)
  if (!target || !Number.isFinite(mapId) || feature.id === undefined) return null
  const { properties } = feature
  if ('sketch' in target) return { sketch: target.sketch, mapId, properties }
  const { id } = properties
  return { feed: target.feed, mapId, id: typeof id === 'string' ? id : String(mapId) }
}

function placeOf({ geometry }: MapGeoJSONFeature): readonly [number, number] | null {
  if (geometry.type !== 'Point') return null
  const [longitude = 0, latitude = 0] = geometry.coordinates
  return [longitude, latitude]
}

function clusterOf(map: MapLibreMap, feature: MapGeoJSONFeature, pickable: Pickable): Cluster | null {
  const clusterId: unknown = feature.properties.cluster_id
  const source = map.getSource(feature.source)
  const target = pickable.get(feature.layer.id)
  if (typeof clusterId !== 'number' || !(source instanceof GeoJSONSource) || !target || 'sketch' in target) return null
  const at = placeOf(feature)
  return at && { source, clusterId, at, feed: target.feed }
}

/** What lies under a place of the screen: each feature once, of feeds and of sketches, topmost first, or the cluster on top. */
export function pickAt(map: MapLibreMap, point: Point, pickable: Pickable, by: keyof typeof REACH): Picked {
  const drawn = drawnAt(map, point, REACH[by], pickable)
  const top = drawn[0]
  const cluster = top ? clusterOf(map, top, pickable) : null
  if (cluster) return { features: [], at: null, cluster }
  const features = new Map<string, MapRef>()
  for (const feature of drawn) {
    if (feature.properties.cluster_id !== undefined) continue
    const ref = refOf(feature, pickable)
    if (ref) features.set(refKey(ref), ref)
  }
  return { features: [...features.values()], at: top ? placeOf(top) : null, cluster: null }
}
