import { expect, test } from 'vitest'
import { subjectStyle } from '#layers/coverageStyles.ts'
import type { ResolvedMapLayer } from '#layers/ResolvedLayer.ts'
import type { Sketch } from '#layers/sketch.ts'
import { composeStyle } from './composeStyle'
import { diffStyle } from './diffStyle'

const layer = (
  id: string,
  feed: string,
  group: ResolvedMapLayer['group'],
  change: Partial<ResolvedMapLayer> = {},
  type = 'fill',
): ResolvedMapLayer => ({
  drawnBy: 'maplibre',
  id,
  layer: id,
  feed,
  group,
  base: false,
  interactive: false,
  source: { id: feed, feed, cluster: null },
  spec: { id, type, source: feed },
  ...change,
})

const layers = Object.freeze([
  layer('land', 'boundary', 'ground'),
  layer('areas', 'areas', 'area', { interactive: true }),
  layer('houses', 'houses', 'building'),
  layer('cameras', 'cameras', 'point', {}, 'symbol'),
  layer('names', 'boundary', 'label', {}, 'symbol'),
])
const sources = Object.freeze({
  boundary: { url: 'b' },
  areas: { url: 'a' },
  houses: { url: 'h' },
  cameras: { url: 'c' },
})
const area = (id: string, group: Sketch['group'], change: Partial<Sketch> = {}): Sketch => ({
  id,
  title: id,
  group,
  source: { kind: 'url', url: `blob:${id}` },
  style: [{ type: 'fill', paint: { 'fill-color': '$gap' } }],
  legend: [],
  pickable: false,
  ...change,
})
const subjects = area('subjects', 'coverage', {
  source: { kind: 'feed', feed: 'areas', states: new Map([[1, 'covered']]) },
  style: subjectStyle(true),
  pickable: true,
})
const input = { layers, sources, sketches: [], theme: 'dark' } as const
const compose = (change: Partial<Parameters<typeof composeStyle>[0]>) => composeStyle({ ...input, ...change })
const idsOf = (change: Partial<Parameters<typeof composeStyle>[0]>): readonly string[] =>
  compose(change).contents.layers.map(({ id }) => id)
const standing = layers.map((each) =>
  each.id === 'houses' ? { ...each, spec: { ...each.spec, type: 'fill-extrusion' } } : each,
)

test('a feed that has not arrived is not drawn', () => {
  const { contents } = compose({ sources: { boundary: { url: 'b' } }, sketches: [subjects] })
  expect(contents.layers.map(({ id }) => id)).toEqual(['void', 'land', 'names'])
  expect(Object.keys(contents.sources)).toEqual(['boundary'])
})

test('sketches lie over the layers of their group, in the order of groups and then of coming', () => {
  const sketches = [area('gap-1', 'gap'), area('gap-2', 'gap'), area('reach', 'coverage'), area('alert', 'live')]
  expect(idsOf({ layers: standing, sketches }).filter((id) => !id.endsWith(':highlight'))).toEqual([
    'void',
    'land',
    'areas',
    'sketch~reach:0',
    'sketch~gap-1:0',
    'sketch~gap-2:0',
    'houses',
    'cameras',
    'sketch~alert:0',
    'names',
  ])
})

test('flat buildings would hide a sketch of the ground: it lies over them, and sketches keep the order of their groups', () => {
  const sketches = [area('gaps', 'gap'), area('reach', 'coverage'), area('alert', 'live')]
  expect(idsOf({ sketches }).filter((id) => !id.endsWith(':highlight'))).toEqual([
    'void',
    'land',
    'areas',
    'houses',
    'sketch~reach:0',
    'sketch~gaps:0',
    'cameras',
    'sketch~alert:0',
    'names',
  ])
})

test('points of a sketch lie over the points of the map, its outlines over everything but names', () => {
  const ids = idsOf({ sketches: [subjects] })
  expect(ids.indexOf('sketch~subjects:3')).toBeLessThan(ids.indexOf('cameras'))
  expect(ids.indexOf('cameras')).toBeLessThan(ids.indexOf('sketch~subjects:4'))
  expect(ids.at(-2)).toBe('sketch~subjects:4:highlight')
  expect(ids.at(-1)).toBe('names')
})

test('only interactive layers get an outline and answer to the pointer', () => {
  const { contents, pickable } = compose({})
  expect(contents.layers.filter(({ id }) => id.endsWith(':highlight')).map(({ id }) => id)).toEqual(['areas:highlight'])
  expect([...pickable.keys()]).toEqual(['areas'])
})

test('a pickable sketch answers for itself, one of a feed for the features of the feed, another not at all', () => {
  const { pickable } = compose({ sketches: [subjects, area('gaps', 'gap', { pickable: true }), area('reach', 'area')] })
  expect(pickable.get('sketch~subjects:0')).toEqual({ feed: 'areas', source: 'areas' })
  expect(pickable.get('sketch~gaps:0')).toEqual({ sketch: 'gaps', source: 'sketch~gaps' })
  expect(pickable.has('sketch~reach:0')).toBe(false)
})

test('a sketch by URL is left to the map to read, one of features is handed over as it is', () => {
  const features = [
    { type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: [117, 35] } },
  ]
  const { contents } = compose({
    sketches: [area('gaps', 'gap'), area('route', 'line', { source: { kind: 'features', features } })],
  })
  expect(contents.sources['sketch~gaps']).toEqual({ data: 'blob:gaps', cluster: null })
  expect(contents.sources['sketch~route']).toEqual({ data: { type: 'FeatureCollection', features }, cluster: null })
})

test('when one of two sketches leaves, the source and the layers of the other are left alone', () => {
  const [gaps, reach] = [area('gaps', 'gap'), area('reach', 'coverage')]
  const both = compose({ sketches: [reach, gaps] }).contents
  expect(diffStyle(both, compose({ sketches: [gaps] }).contents)).toEqual([
    { do: 'removeLayer', id: 'sketch~reach:0' },
    { do: 'removeSource', id: 'sketch~reach' },
  ])
  expect(diffStyle(compose({ sketches: [gaps] }).contents, both).map(({ do: verb }) => verb)).toEqual([
    'addSource',
    'addLayer',
  ])
})

test('new features of a sketch are new data of its source; the same features, and other words, are nothing to the map', () => {
  const features = [
    { type: 'Feature' as const, properties: {}, geometry: { type: 'Point' as const, coordinates: [117, 35] } },
  ]
  const route = (title: string, of = features) =>
    area('route', 'line', { title, source: { kind: 'features', features: of } })
  const before = compose({ sketches: [route('路线')] }).contents
  expect(diffStyle(before, compose({ sketches: [route('Route')] }).contents)).toEqual([])
  expect(diffStyle(before, compose({ sketches: [route('路线', [...features])] }).contents)).toEqual([
    { do: 'setData', id: 'sketch~route', data: { type: 'FeatureCollection', features } },
  ])
})
