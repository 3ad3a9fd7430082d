import { expect, it } from 'vitest'
import type { CityFeature } from '#core/model/feature.ts'
import type { FeedReport } from '#core/model/feedReport.ts'
import { createFeedStore } from './createFeedStore'

const feature = (id: string, x: number, properties: Record<string, unknown> = {}): CityFeature => ({
  id,
  mapId: Number(id) + 100,
  geometry: { type: 'Point', coordinates: [x, 35] },
  properties,
  time: null,
})
const report = (revision: number): FeedReport => ({
  id: 'f',
  read: 2,
  accepted: 2,
  repaired: 0,
  quarantined: [],
  notices: [],
  asOf: null,
  sha256: '0',
  bytes: 1,
  revision,
})

function storeOf(...features: readonly CityFeature[]) {
  const store = createFeedStore()
  store.put({ id: 'f', record: 'device', hasFootprint: false, features, report: report(0), mapUrl: 'blob:1' })
  return store
}

it('replaces, adds and removes by id and leaves the others the objects they are', () => {
  const [one, two] = [feature('1', 117, { a: 1 }), feature('2', 117.5)]
  const store = storeOf(one, two)
  const before = store.get('f')?.features
  const [moved, third] = [feature('2', 117.6, { b: 2 }), feature('3', 118)]
  const changes = new Map<string, CityFeature | null>([
    ['2', moved],
    ['3', third],
    ['9', null],
  ])
  store.change('f', changes, report(1))
  expect(store.get('f')?.features).toEqual([one, moved, third])
  expect(store.get('f')?.features[0]).toBe(one)
  expect(before).toEqual([one, two])
  expect(store.get('f')?.report.revision).toBe(1)
  expect(store.find('f', '2')).toBe(moved)
  expect(store.feature('f', 103)).toBe(third)
  expect(store.get('f')?.bounds).toEqual([117, 35, 118, 35])
  expect(store.get('f')?.properties).toEqual(['a', 'b'])
})

it('widens its bounds to every side, and never narrows them', () => {
  const at = (id: string, x: number, y: number): CityFeature => ({
    ...feature(id, x),
    geometry: { type: 'Point', coordinates: [x, y] },
  })
  const store = storeOf(at('1', 117, 35), at('2', 117.5, 35.5))
  const boundsAfter = (changed: CityFeature | null, id = '9') => {
    store.change('f', new Map([[id, changed]]), report(1))
    return store.get('f')?.bounds
  }
  expect(boundsAfter(at('9', 116, 35.2))).toEqual([116, 35, 117.5, 35.5])
  expect(boundsAfter(at('9', 117.2, 34))).toEqual([116, 34, 117.5, 35.5])
  expect(boundsAfter(at('9', 118, 35.2))).toEqual([116, 34, 118, 35.5])
  expect(boundsAfter(at('9', 117.2, 36))).toEqual([116, 34, 118, 36])
  // What leaves, and what has no place, changes nothing.
  expect(boundsAfter(null)).toEqual([116, 34, 118, 36])
  expect(boundsAfter({ ...feature('3', 0), geometry: null }, '3')).toEqual([116, 34, 118, 36])
})

it('begins with the bounds of the first that has a place', () => {
  const store = storeOf({ ...feature('1', 0), geometry: null })
  expect(store.get('f')?.bounds).toBeNull()
  store.change('f', new Map([['2', feature('2', 117)]]), report(1))
  expect(store.get('f')?.bounds).toEqual([117, 35, 117, 35])
})

it('finds the rest after one has gone, and what comes again', () => {
  const store = storeOf(feature('1', 117), feature('2', 117.5), feature('3', 118))
  store.change('f', new Map([['1', null]]), report(1))
  expect(store.find('f', '1')).toBeUndefined()
  expect(store.find('f', '3')?.id).toBe('3')
  expect(store.feature('f', 102)?.id).toBe('2')
  store.change('f', new Map([['1', feature('1', 116)]]), report(2))
  expect(store.find('f', '1')?.geometry).toEqual({ type: 'Point', coordinates: [116, 35] })
  expect(store.get('f')?.features.map(({ id }) => id)).toEqual(['2', '3', '1'])
})

it('says so when the feed has not come in', () => {
  expect(() => createFeedStore().change('f', new Map(), report(1))).toThrow('feed f has not come in')
})
