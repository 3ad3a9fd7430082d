import type { MapLayerSpec } from '#layers/ResolvedLayer.ts'
import type { MapSource, StyleContents } from './StyleContents'

/** One change of a running map's style. */
export type StyleOperation =
  | { readonly do: 'addSource'; readonly id: string; readonly source: MapSource }
  | { readonly do: 'setData'; readonly id: string; readonly data: MapSource['data'] }
  | { readonly do: 'removeSource'; readonly id: string }
  | { readonly do: 'addLayer'; readonly spec: MapLayerSpec; readonly before: string | null }
  | { readonly do: 'moveLayer'; readonly id: string; readonly before: string | null }
  | { readonly do: 'removeLayer'; readonly id: string }
  | { readonly do: 'setPaint' | 'setLayout'; readonly id: string; readonly name: string; readonly value: unknown }
  | { readonly do: 'setFilter'; readonly id: string; readonly filter: unknown }
  | { readonly do: 'setZoomRange'; readonly id: string; readonly minzoom: number; readonly maxzoom: number }

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)

/** Same id, but so different that the layer must be made anew. */
const isRemade = (a: MapLayerSpec, b: MapLayerSpec): boolean => a.type !== b.type || a.source !== b.source

function propertyChanges(
  verb: 'setPaint' | 'setLayout',
  id: string,
  from: Readonly<Record<string, unknown>> = {},
  to: Readonly<Record<string, unknown>> = {},
): readonly StyleOperation[] {
  const names = new Set([...Object.keys(from), ...Object.keys(to)])
  return [...names]
    .filter((name) => !same(from[name], to[name]))
    .map((name) => ({ do: verb, id, name, value: to[name] }))
}

function layerChanges(from: MapLayerSpec, to: MapLayerSpec): readonly StyleOperation[] {
  const { id } = to
  const operations = [
    ...propertyChanges('setLayout', id, from.layout, to.layout),
    ...propertyChanges('setPaint', id, from.paint, to.paint),
  ]
  if (!same(from.filter, to.filter)) operations.push({ do: 'setFilter', id, filter: to.filter ?? null })
  if (from.minzoom !== to.minzoom || from.maxzoom !== to.maxzoom) {
    operations.push({ do: 'setZoomRange', id, minzoom: to.minzoom ?? 0, maxzoom: to.maxzoom ?? 24 })
  }
  return operations
}

/**
 * The changes that turn one style into another, in an order in which each is allowed: layers leave before their sources,
 * sources come before their layers, and layers are placed from the top down.
 */
export function diffStyle(from: StyleContents, to: StyleContents): readonly StyleOperation[] {
  const before = new Map(from.layers.map((layer) => [layer.id, layer]))
  const wanted = new Map(to.layers.map((layer) => [layer.id, layer]))
  const remadeSources = new Set(
    Object.entries(to.sources)
      .filter(([id, source]) => from.sources[id] && !same(from.sources[id].cluster, source.cluster))
      .map(([id]) => id),
  )
  const stays = (layer: MapLayerSpec): boolean => {
    const next = wanted.get(layer.id)
    return next !== undefined && !isRemade(layer, next) && !remadeSources.has(layer.source ?? '')
  }
  const operations: StyleOperation[] = from.layers
    .filter((layer) => !stays(layer))
    .map((layer) => ({ do: 'removeLayer', id: layer.id }))
  for (const id of Object.keys(from.sources)) {
    if (!to.sources[id] || remadeSources.has(id)) operations.push({ do: 'removeSource', id })
  }
  for (const [id, source] of Object.entries(to.sources)) {
    const known = from.sources[id]
    if (!known || remadeSources.has(id)) operations.push({ do: 'addSource', id, source })
    else if (known.data !== source.data) operations.push({ do: 'setData', id, data: source.data })
  }
  const order = from.layers.filter(stays).map((layer) => layer.id)
  for (let index = to.layers.length - 1; index >= 0; index--) {
    const spec = to.layers[index]!
    const above = to.layers[index + 1]?.id ?? null
    const place = order.indexOf(spec.id)
    const known = before.get(spec.id)
    if (place < 0 || !known) {
      operations.push({ do: 'addLayer', spec, before: above })
      order.splice(above === null ? order.length : order.indexOf(above), 0, spec.id)
      continue
    }
    if ((order[place + 1] ?? null) !== above) {
      operations.push({ do: 'moveLayer', id: spec.id, before: above })
      order.splice(place, 1)
      order.splice(above === null ? order.length : order.indexOf(above), 0, spec.id)
    }
    operations.push(...layerChanges(known, spec))
  }
  return operations
}
