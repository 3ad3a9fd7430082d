import { expect, test } from 'vitest'
import { groupHeight } from './groups'
import { palettes } from './palettes'
import type { Sketch } from './sketch'
import { sketchLayers, sketchLegend, sketchSource } from './sketchLayers'

const sketch: Sketch = {
  id: 'reach',
  title: '可达范围',
  group: 'gap',
  source: { kind: 'url', url: 'blob:reach' },
  style: [
    { type: 'fill', paint: { 'fill-color': '$covered', 'fill-opacity': 0.2 } },
    { type: 'line', filter: ['has', 'minutes'], paint: { 'line-color': '#fff', 'line-width': 2 } },
    {
      type: 'symbol',
      layout: { 'text-field': ['get', 'minutes'], 'text-size': 12 },
      paint: { 'text-color': '$text1' },
    },
  ],
  legend: [
    { word: '十分钟内', shape: 'area', color: '$covered', fill: 'hatch' },
    { word: '出发地', shape: 'point', color: '#123456' },
  ],
  pickable: true,
}
const view = { theme: 'light', scale: 2 } as const

test('layers have ids and the source of the sketch, colours of the theme, and sizes of the display', () => {
  const [fill, line, words] = sketchLayers(sketch, view).layers.map(({ spec }) => spec)
  expect(fill).toEqual({
    id: 'sketch~reach:0',
    type: 'fill',
    source: 'sketch~reach',
    paint: { 'fill-color': palettes.light.covered, 'fill-opacity': 0.2 },
  })
  expect(line).toMatchObject({ filter: ['has', 'minutes'], paint: { 'line-color': '#fff', 'line-width': 4 } })
  expect(words?.layout).toMatchObject({ 'text-size': 24, 'text-font': ['Noto Sans SC Variable'] })
})

test('areas and lines have the height of their group, points that of points at least', () => {
  const heights = (group: Sketch['group']) =>
    sketchLayers({ ...sketch, group }, view).layers.map(({ height }) => height)
  expect(heights('gap')).toEqual([groupHeight('gap'), groupHeight('gap'), groupHeight('point')])
  expect(heights('alarm')).toEqual([groupHeight('alarm'), groupHeight('alarm'), groupHeight('alarm')])
})

test('what can be picked gets an outline for each layer, what cannot gets none', () => {
  expect(sketchLayers(sketch, view).highlights.map(({ id, source }) => [id, source])).toEqual([
    ['sketch~reach:0:highlight', 'sketch~reach'],
    ['sketch~reach:1:highlight', 'sketch~reach'],
    ['sketch~reach:2:highlight', 'sketch~reach'],
  ])
  expect(sketchLayers({ ...sketch, pickable: false }, view).highlights).toEqual([])
})

test('a sketch of a feed is drawn from the feed, and its states are its own', () => {
  const source: Sketch['source'] = { kind: 'feed', feed: 'areas', states: new Map([[1, 'covered']]) }
  const style: Sketch['style'] = [
    { type: 'fill', paint: { 'fill-opacity': ['case', ['==', '$state', 'covered'], 1, 0] } },
  ]
  const [layer] = sketchLayers({ ...sketch, source, style }, view).layers
  expect(sketchSource({ id: 'reach', source })).toBe('areas')
  expect(layer?.spec).toMatchObject({
    source: 'areas',
    paint: { 'fill-opacity': ['case', ['==', ['feature-state', 'sketch~reach'], 'covered'], 1, 0] },
  })
})

test('an unknown token names the sketch', () => {
  const style: Sketch['style'] = [{ type: 'fill', paint: { 'fill-color': '$nowhere' } }]
  expect(() => sketchLayers({ ...sketch, style }, view)).toThrow('sketch "reach": "$nowhere"')
})

test('the legend has the words with their shapes, in the colours of the theme', () => {
  expect(sketchLegend(sketch, 'dark')).toEqual([
    {
      shape: 'area',
      icon: null,
      color: palettes.dark.covered,
      dashed: false,
      fill: 'hatch',
      title: { zh: '十分钟内' },
      value: null,
    },
    { shape: 'point', icon: 'circle', color: '#123456', dashed: false, title: { zh: '出发地' }, value: null },
  ])
})
