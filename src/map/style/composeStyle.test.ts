import { expect, test } from 'vitest'
import type { ResolvedMapLayer } from '#layers/ResolvedLayer.ts'
import { composeStyle } from './composeStyle'

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
const marks = {
  feed: 'areas',
  states: new Map([[1, 'covered' as const]]),
  gapsUrl: 'gaps',
  footprintsUrl: null,
  by: null,
}
const input = { layers, sources, marks: null, theme: 'dark' } as const
const idsOf = (change: Partial<Parameters<typeof composeStyle>[0]>): readonly string[] =>
  composeStyle({ ...input, ...change }).contents.layers.map(({ id }) => id)

test('a feed that has not arrived is not drawn', () => {
  const { contents } = composeStyle({ ...input, sources: { boundary: { url: 'b' } } })
  expect(contents.layers.map(({ id }) => id)).toEqual(['void', 'land', 'names'])
  expect(Object.keys(contents.sources)).toEqual(['boundary'])
})

test('marks lie over flat buildings and under points and names; their feed can be picked', () => {
  const { contents, pickable } = composeStyle({ ...input, marks })
  const ids = contents.layers.map(({ id }) => id)
  expect(ids.indexOf('houses')).toBeLessThan(ids.indexOf('marks:uncovered-tint'))
  expect(ids.indexOf('marks:gap-line')).toBeLessThan(ids.indexOf('cameras'))
  expect(ids.at(-1)).toBe('names')
  expect(contents.sources['marks~gaps']).toEqual({ url: 'gaps', cluster: null })
  expect(pickable.get('marks:covered')).toEqual({ feed: 'areas', source: 'areas' })
})

test('what does the covering is drawn under the subjects, once its feed is there', () => {
  const ids = idsOf({ marks: { ...marks, by: 'cameras' } })
  expect(ids.indexOf('marks:provider-fill')).toBeGreaterThan(-1)
  expect(ids.indexOf('marks:provider-fill')).toBeLessThan(ids.indexOf('marks:covered'))
  expect(idsOf({ marks: { ...marks, by: 'absent' } })).not.toContain('marks:provider-fill')
})

test('footprints are drawn as the edge of their union, under the subjects', () => {
  const { contents } = composeStyle({ ...input, marks: { ...marks, footprintsUrl: 'union' } })
  const ids = contents.layers.map(({ id }) => id)
  expect(contents.sources['marks~footprints']).toEqual({ url: 'union', cluster: null })
  expect(ids.indexOf('marks:footprint-line')).toBeGreaterThan(-1)
  expect(ids.indexOf('marks:footprint-line')).toBeLessThan(ids.indexOf('marks:covered'))
})

test('marks lie at the feet of standing buildings', () => {
  const standing = layers.map((each) =>
    each.id === 'houses' ? { ...each, spec: { ...each.spec, type: 'fill-extrusion' } } : each,
  )
  const ids = idsOf({ layers: standing, marks })
  expect(ids.indexOf('marks:uncovered-tint')).toBeLessThan(ids.indexOf('houses'))
})

test('only interactive layers get an outline and answer to the pointer', () => {
  const { contents, pickable } = composeStyle(input)
  expect(contents.layers.filter(({ id }) => id.endsWith(':highlight')).map(({ id }) => id)).toEqual(['areas:highlight'])
  expect([...pickable.keys()]).toEqual(['areas'])
})

test('what the engine worked out lies where marks do, each overlay from its own source', () => {
  const overlays = { 'hot-spots': { look: 'emerging', url: 'cells' } } as const
  const { contents } = composeStyle({ ...input, overlays })
  const ids = contents.layers.map(({ id }) => id)
  expect(contents.sources['overlay~hot-spots']).toEqual({ url: 'cells', cluster: null })
  expect(ids.indexOf('houses')).toBeLessThan(ids.indexOf('overlay~hot-spots:fill'))
  expect(ids.indexOf('overlay~hot-spots:line')).toBeLessThan(ids.indexOf('cameras'))
})
