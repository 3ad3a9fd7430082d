import { describe, expect, test } from 'vitest'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import { legend } from './legend'
import { palettes } from './palettes'

function layerOf(layer: object) {
  const { layers } = wholeCatalog({
    version: 1,
    city: { code: '370883', name: '邹城市', bounds: [116.7, 35.1, 117.5, 35.6] },
    feeds: [{ id: 'f', record: 'generic', source: { type: 'geojson', url: 'f.geojson' } }],
    layers: [{ id: 'x', feed: 'f', title: { zh: '图层', en: 'Layer' }, ...layer }],
    indicators: [],
  })
  return layers[0]!
}

describe('legend', () => {
  test('classes give one line each, other last, in shape, colour and words', () => {
    const layer = layerOf({
      classes: {
        by: ['get', 'risk'],
        items: [{ value: '红', title: { zh: '重大', en: 'Major' }, color: '$red', icon: 'diamond' }],
        other: { title: '其他', color: '$unknown' },
      },
      style: [{ type: 'symbol', layout: { 'icon-image': '$class.icon' }, paint: { 'icon-color': '$class.color' } }],
    })
    expect(legend(layer, 'dark')).toEqual([
      {
        shape: 'point',
        icon: 'diamond',
        color: palettes.dark.red,
        dashed: false,
        title: { zh: '重大', en: 'Major' },
        value: '红',
      },
      {
        shape: 'point',
        icon: 'circle',
        color: palettes.dark.unknown,
        dashed: false,
        title: { zh: '其他', en: undefined },
        value: null,
      },
    ])
  })

  test('while a row tells covered from gap, classes have no hue; what is unknown stays so', () => {
    const layer = layerOf({
      classes: {
        by: ['get', 'risk'],
        items: [
          { value: '红', title: '红', color: '$red' },
          { value: '园', title: '园', color: '#00ff00' },
        ],
        other: { title: '其他', color: '$unknown' },
      },
      style: [{ type: 'circle', paint: { 'circle-color': '$class.color' } }],
    })
    const { text3, unknown } = palettes.light
    expect(legend(layer, 'light', true).map(({ color }) => color)).toEqual([text3, text3, unknown])
  })

  test('a single symbol takes the most telling style and the title of the layer', () => {
    const layer = layerOf({
      style: [
        { type: 'line', paint: { 'line-color': '$cat1' } },
        { type: 'fill', paint: { 'fill-color': '$cat2' } },
      ],
    })
    expect(legend(layer, 'light')).toEqual([
      {
        shape: 'area',
        icon: null,
        color: palettes.light.cat2,
        dashed: false,
        title: { zh: '图层', en: 'Layer' },
        value: null,
      },
    ])
  })

  test('a dashed line says so', () => {
    const layer = layerOf({ style: [{ type: 'line', paint: { 'line-color': '$text3', 'line-dasharray': [3, 3] } }] })
    expect(legend(layer, 'dark')[0]).toMatchObject({ shape: 'line', dashed: true, color: palettes.dark.text3 })
  })

  test('a ramp over a value gives its steps', () => {
    const ramp = ['step', ['get', 'people'], '$seq0', 100, '$seq2', 500, '$seq5']
    const layer = layerOf({ style: [{ type: 'fill', paint: { 'fill-color': ramp } }] })
    const entries = legend(layer, 'dark')
    expect(entries.map(({ title, color }) => [title.zh, color])).toEqual([
      ['< 100', palettes.dark.seq0],
      ['≥ 100', palettes.dark.seq2],
      ['≥ 500', palettes.dark.seq5],
    ])
  })
})
