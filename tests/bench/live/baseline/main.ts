import './page.css'
import type { Feature } from 'geojson'
import { type AddLayerObject, GeoJSONSource } from 'maplibre-gl'
import { createMap } from '#map/createMap.ts'
import { sourceFeatures } from '#map/sourceFeatures.ts'
import type { BaselineStyle } from '../baselineStyle'
import type { DeviceFeature } from '../deviceCity'

/**
 * The plain way to draw a living feed: the socket is read on the page's thread, the latest state of each device is kept,
 * and the whole collection is set anew for every batch. The same map and the same layers, and no panels around them.
 */
const BATCH_MS = 250

const read = async <T>(path: string): Promise<T> => (await fetch(path)).json()
const { source, bounds, padding, layers }: BaselineStyle = await read('./style.json')
const container = document.getElementById('map')
if (!container) throw new Error('no place for the map')
const map = createMap({ container, bounds, interactive: true, title: 'setData' })
await map.once('load')
map.fitBounds([...bounds], { padding, duration: 0 })

const latest = new Map<string, Feature>()
const take = (features: readonly DeviceFeature[]): void => {
  for (const { id, type, geometry, properties } of features) {
    const numeric = latest.get(id)?.id ?? latest.size
    latest.set(id, { type, id: numeric, geometry, properties: { ...properties, id } })
  }
}

map.addSource(source, {
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  maxzoom: 16,
  tolerance: 0.3,
  buffer: 64,
})
for (const layer of layers) map.addLayer(layer as unknown as AddLayerObject)

let dirty = false
const socket = new WebSocket(new URL('../live/devices/socket', location.href.replace(/^http/, 'ws')))
socket.onmessage = ({ data }: MessageEvent<string>) => {
  const changed: DeviceFeature[] = JSON.parse(data)
  take(changed)
  dirty = true
}
await new Promise((done) => {
  socket.onopen = done
})
take((await read<{ features: DeviceFeature[] }>('../live/devices.geojson')).features)
dirty = true
setInterval(() => {
  const drawn = map.getSource(source)
  if (!dirty || !(drawn instanceof GeoJSONSource)) return
  dirty = false
  void drawn.setData({ type: 'FeatureCollection', features: [...latest.values()] })
}, BATCH_MS)

let idle = false
map.on('idle', () => {
  idle = true
})
map.on('dataloading', () => {
  idle = false
})
window.__oneMap = {
  loaded: () => idle && !dirty && map.loaded(),
  renderedFeatures: () => map.queryRenderedFeatures({ layers: layers.map(({ id }) => id) }).length,
  project: (longitude, latitude) => map.project([longitude, latitude]),
  sourceFeatures: (feed) => sourceFeatures(map, feed),
}
