import { expect, it } from 'vitest'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import { drawnProperties } from './drawnProperties'

const style = (paint: object, more: object = {}) => [{ type: 'circle', paint, ...more }]
const sent = (...layers: readonly object[]) => {
  const feeds = ['devices', 'others'].map((id) => ({ id, record: 'device', source: { type: 'geojson', url: id } }))
  const catalog = wholeCatalog({
    version: 1,
    city: { code: '1', name: 'X', bounds: [116.7, 35.1, 117.5, 35.6] },
    feeds,
    layers: layers.map((layer, index) => ({ id: `l${index}`, feed: 'devices', ...layer })),
    indicators: [],
  })
  const names = drawnProperties(catalog.layers, 'devices')
  return names && [...names].sort()
}

it('are those that styles, filters, labels and classes of its layers read, and names', () => {
  const classes = { by: ['get', 'grade'], items: [{ value: 'a', title: 'A', color: '$red' }] }
  expect(
    sent(
      { style: style({ 'circle-color': ['match', ['get', 'state'], 'on', 'red', 'blue'] }), filter: ['has', 'kind'] },
      { style: style({ 'circle-radius': 3 }), label: ['concat', ['get', 'value'], ['get', 'unit']], classes },
      { feed: 'others', style: style({ 'circle-radius': ['get', 'size'] }) },
    ),
  ).toEqual(['grade', 'kind', 'name', 'name_en', 'state', 'unit', 'value'])
})

it('are any where a name is worked out, or deck.gl draws', () => {
  expect(sent({ style: style({ 'circle-color': ['get', ['concat', 'a', 'b']] }) })).toBeNull()
  expect(sent({ style: [{ deck: 'hexagon' }] })).toBeNull()
})
