import type { FilterSpecification, GeoJSONSourceSpecification } from '@maplibre/maplibre-gl-style-spec'
import { type AddLayerObject, GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl'
import type { StyleOperation } from './diffStyle'
import type { MapSource } from './StyleContents'

/** Cut for street zoom: a tile of level 16 resolves 0.1 m, and tolerance is in its 4096ths. */
function sourceSpec({ data, cluster, feed, isWhole }: MapSource): GeoJSONSourceSpecification {
  // Names stand once in each tile that an area lies in: in a tile of level 7, 2.8° wide, a city has room, and a small area is
  // named within 20 m of its middle.
  if (isWhole) return { type: 'geojson', data, maxzoom: 7, tolerance: 0, buffer: 0 }
  const common = { type: 'geojson', data, maxzoom: 16, tolerance: 0.3, buffer: 64 } as const
  if (feed === undefined) return { ...common, generateId: true }
  if (!cluster) return common
  const { radius, maxZoom, properties, filter } = cluster
  return {
    ...common,
    cluster: true,
    clusterRadius: radius,
    clusterMaxZoom: maxZoom,
    clusterMinPoints: 3,
    clusterProperties: properties,
    ...(filter !== null && { filter: asFilter(filter) }),
  }
}

// Catalog styles are JSON of unknown shape; MapLibre's own validator checks them when they are added and reports faults.
const asFilter = (filter: unknown) => filter as FilterSpecification
const asLayer = (spec: unknown) => spec as AddLayerObject
type Setter = (layer: string, name: string, value: unknown) => unknown
const paintSetter = (map: MapLibreMap): Setter => map.setPaintProperty.bind(map) as Setter
const layoutSetter = (map: MapLibreMap): Setter => map.setLayoutProperty.bind(map) as Setter

/** Carries out one change. A layer that is not there, because its style was refused, is passed over. */
export function applyStyleOperation(map: MapLibreMap, operation: StyleOperation): void {
  const place = (before: string | null): string | undefined =>
    before !== null && map.getLayer(before) ? before : undefined
  if ('id' in operation && operation.do !== 'addSource' && operation.do !== 'removeSource') {
    if (operation.do !== 'setData' && !map.getLayer(operation.id)) return
  }
  switch (operation.do) {
    case 'addSource':
      if (!map.getSource(operation.id)) map.addSource(operation.id, sourceSpec(operation.source))
      return
    case 'setData': {
      const source = map.getSource(operation.id)
      if (source instanceof GeoJSONSource) void source.setData(operation.data)
      return
    }
    case 'removeSource':
      if (map.getSource(operation.id)) map.removeSource(operation.id)
      return
    case 'addLayer':
      if (!map.getLayer(operation.spec.id)) map.addLayer(asLayer(operation.spec), place(operation.before))
      return
    case 'moveLayer':
      map.moveLayer(operation.id, place(operation.before))
      return
    case 'removeLayer':
      map.removeLayer(operation.id)
      return
    case 'setPaint':
      paintSetter(map)(operation.id, operation.name, operation.value)
      return
    case 'setLayout':
      layoutSetter(map)(operation.id, operation.name, operation.value)
      return
    case 'setFilter':
      map.setFilter(operation.id, operation.filter === null ? null : asFilter(operation.filter))
      return
    case 'setZoomRange':
      map.setLayerZoomRange(operation.id, operation.minzoom, operation.maxzoom)
  }
}
