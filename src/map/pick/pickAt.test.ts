import type { Map as MapLibreMap, Point } from 'maplibre-gl'
import { expect, test } from 'vitest'
import { pickAt } from './pickAt'
import { flagFeature, type Pickable } from './pickableLayers'

const pickable: Pickable = new Map([
  ['areas:0', { feed: 'areas', source: 'areas' }],
  ['sketch~gaps:0', { sketch: 'gaps', source: 'sketch~gaps' }],
  ['sketch~gaps:1', { sketch: 'gaps', source: 'sketch~gaps' }],
  ['sites:0', { feed: 'sites', source: 'sites' }],
])
const drawn = (layer: string, id: number, type: 'Polygon' | 'Point', properties: Record<string, unknown> = {}) => ({
  layer: { id: layer },
  id,
  geometry: { type, coordinates: type === 'Point' ? [117.1, 35.4] : [] },
  properties,
})
/** A map on which these things lie under the pointer, topmost first, and all that lies near it. */
function mapWith(under: readonly object[], near: readonly object[] = under): MapLibreMap {
  const queryRenderedFeatures = (place: unknown) => (Array.isArray(place) ? near : under)
  return { getLayer: () => ({}), getSource: () => null, queryRenderedFeatures } as unknown as MapLibreMap
}
const HERE = { x: 10, y: 10 } as Point

test('a sketch and a feature of a feed in one place are both found, each once however many layers draw it', () => {
  const map = mapWith([
    drawn('sketch~gaps:1', 0, 'Polygon', { subject: 'a2' }),
    drawn('sketch~gaps:0', 0, 'Polygon', { subject: 'a2' }),
    drawn('areas:0', 2, 'Polygon', { id: 'a2' }),
  ])
  expect(pickAt(map, HERE, pickable, 'mouse').features).toEqual([
    { sketch: 'gaps', mapId: 0, properties: { subject: 'a2' } },
    { feed: 'areas', mapId: 2, id: 'a2' },
  ])
})

test('a point that lies near is aimed at, not the sketch it lies in', () => {
  const area = drawn('sketch~gaps:0', 0, 'Polygon')
  const site = drawn('sites:0', 7, 'Point', { id: 's7' })
  const { features, at } = pickAt(mapWith([area], [site, area]), HERE, pickable, 'mouse')
  expect(features).toEqual([{ feed: 'sites', mapId: 7, id: 's7' }])
  expect(at).toEqual([117.1, 35.4])
})

test('a feature of a sketch is outlined in the source of its sketch alone', () => {
  const written: unknown[] = []
  const map = { getSource: () => ({}), setFeatureState: (...call: unknown[]) => written.push(call) }
  flagFeature(map as unknown as MapLibreMap, pickable, { sketch: 'gaps', mapId: 0, properties: {} }, 'hover', true)
  expect(written).toEqual([[{ source: 'sketch~gaps', id: 0 }, { hover: true }]])
})
