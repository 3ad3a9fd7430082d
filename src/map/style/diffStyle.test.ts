import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MapLayerSpec } from '#layers/ResolvedLayer.ts'
import { diffStyle } from './diffStyle'
import { EMPTY_CONTENTS, type MapSource, type StyleContents } from './StyleContents'

const source = (data: string): MapSource => ({ data, cluster: null })
const layer = (id: string, feed = 'f', extra: Partial<MapLayerSpec> = {}): MapLayerSpec => ({
  id,
  type: 'line',
  source: feed,
  ...extra,
})

/** A map reduced to what the operations may do to it, refusing what MapLibre refuses. */
function play(from: StyleContents, to: StyleContents): readonly string[] {
  const sources = new Set(Object.keys(from.sources))
  const layers = from.layers.map((each) => ({ ...each }))
  const place = (before: string | null): number => {
    if (before === null) return layers.length
    const index = layers.findIndex(({ id }) => id === before)
    if (index < 0) throw new Error(`before ${before}, which is not there`)
    return index
  }
  for (const operation of diffStyle(from, to)) {
    if (operation.do === 'addSource') {
      if (sources.has(operation.id)) throw new Error('source added twice')
      sources.add(operation.id)
    }
    if (operation.do === 'removeSource') {
      if (layers.some((each) => each.source === operation.id)) throw new Error('source removed under a layer')
      sources.delete(operation.id)
    }
    if (operation.do === 'addLayer') {
      if (!sources.has(operation.spec.source ?? '')) throw new Error('layer without source')
      layers.splice(place(operation.before), 0, operation.spec)
    }
    if (operation.do === 'removeLayer') layers.splice(place(operation.id), 1)
    if (operation.do === 'moveLayer') {
      const [moved] = layers.splice(place(operation.id), 1)
      layers.splice(place(operation.before), 0, moved!)
    }
  }
  expect([...sources].sort()).toEqual(Object.keys(to.sources).sort())
  return layers.map(({ id }) => id)
}

describe('diffStyle', () => {
  test('from nothing: sources first, then layers from the top down', () => {
    const to = { sources: { f: source('a') }, layers: [layer('low'), layer('high')] }
    expect(diffStyle(EMPTY_CONTENTS, to)).toEqual([
      { do: 'addSource', id: 'f', source: source('a') },
      { do: 'addLayer', spec: layer('high'), before: null },
      { do: 'addLayer', spec: layer('low'), before: 'high' },
    ])
  })

  test('the same contents need nothing', () => {
    const contents = { sources: { f: source('a') }, layers: [layer('low')] }
    expect(diffStyle(contents, structuredClone(contents))).toEqual([])
  })

  test('new data is set, not re-added; changed paint, filter and zoom are set one by one', () => {
    const from = {
      sources: { f: source('a') },
      layers: [layer('x', 'f', { paint: { 'line-color': '#000', 'line-width': 1 } })],
    }
    const to = {
      sources: { f: source('b') },
      layers: [layer('x', 'f', { paint: { 'line-color': '#fff' }, filter: ['has', 'a'], minzoom: 3 })],
    }
    expect(diffStyle(from, to)).toEqual([
      { do: 'setData', id: 'f', data: 'b' },
      { do: 'setPaint', id: 'x', name: 'line-color', value: '#fff' },
      { do: 'setPaint', id: 'x', name: 'line-width', value: undefined },
      { do: 'setFilter', id: 'x', filter: ['has', 'a'] },
      { do: 'setZoomRange', id: 'x', minzoom: 3, maxzoom: 24 },
    ])
  })

  test('a source that clusters differently is made anew, with its layers', () => {
    const cluster = { radius: 40, maxZoom: 14, properties: {}, filter: null }
    const from = { sources: { f: source('a') }, layers: [layer('x')] }
    const to = { sources: { f: { data: 'a', cluster } }, layers: [layer('x')] }
    expect(diffStyle(from, to).map((operation) => operation.do)).toEqual([
      'removeLayer',
      'removeSource',
      'addSource',
      'addLayer',
    ])
  })

  test('any style can be turned into any other, in the wanted order', () => {
    const feeds = ['f', 'g']
    const contents = fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom(...feeds)), {
        selector: ([id]) => id,
      })
      .map((pairs): StyleContents => {
        const used = new Set(pairs.map(([, feed]) => feed))
        return {
          sources: Object.fromEntries([...used].map((feed) => [feed, source(feed)])),
          layers: pairs.map(([id, feed]) => layer(id, feed)),
        }
      })
    fc.assert(
      fc.property(contents, contents, (from, to) => {
        expect(play(from, to)).toEqual(to.layers.map(({ id }) => id))
      }),
    )
  })
})
