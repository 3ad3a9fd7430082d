import type { Feature, FeatureCollection } from 'geojson'
import { expect, test } from 'vitest'
import { pointStore } from './pointStore'

const point = (id: number, x: number, properties: Readonly<Record<string, unknown>> = {}): Feature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [x, 35] },
  properties,
})
const line: Feature = {
  type: 'Feature',
  id: 9,
  geometry: {
    type: 'LineString',
    coordinates: [
      [117, 35],
      [118, 35],
    ],
  },
  properties: {},
}
const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features })
const none = { remove: [], add: [], update: [] }

test('points come, go, move and change by their map id; other geometries are passed over', () => {
  const store = pointStore(collection(point(1, 117, { people: 3, name: 'a' }), point(2, 117.1), line))
  expect(store.points()).toHaveLength(2)
  store.apply({
    remove: [2],
    add: [point(3, 117.3)],
    update: [
      {
        id: 1,
        newGeometry: { type: 'Point', coordinates: [117.9, 35] },
        removeProperties: ['name'],
        addOrUpdateProperties: [{ key: 'people', value: 4 }],
      },
    ],
  })
  expect(store.points()).toEqual([
    { position: [117.9, 35], properties: { people: 4 } },
    { position: [117.3, 35], properties: {} },
  ])
})

test('the array is the same until something changes', () => {
  const store = pointStore(collection(point(1, 117)))
  const before = store.points()
  expect(store.points()).toBe(before)
  store.apply({ ...none, update: [{ id: 1, addOrUpdateProperties: [{ key: 'people', value: 4 }] }] })
  expect(store.points()).not.toBe(before)
  expect(before[0]?.properties).toEqual({})
})

test('a change of a feature that is no point is passed over, until it becomes one', () => {
  const store = pointStore(collection(line))
  store.apply({ ...none, update: [{ id: 9, addOrUpdateProperties: [{ key: 'name', value: 'x' }] }] })
  expect(store.points()).toEqual([])
  store.apply({ ...none, update: [{ id: 9, newGeometry: { type: 'Point', coordinates: [117, 35] } }] })
  expect(store.points()).toHaveLength(1)
})
