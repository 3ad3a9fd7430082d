import { expect, test } from 'vitest'
import type { CityFeature } from '#core/model/feature.ts'
import { seenFeed } from './seenFeed'

const feature = (at: number, properties: object, type: 'Point' | 'Polygon' | null = 'Point'): CityFeature => ({
  id: `f${at}`,
  mapId: at,
  geometry: type && ({ type, coordinates: [] } as unknown as CityFeature['geometry']),
  properties: { ...properties },
  time: null,
})
const withKinds = (...kinds: readonly unknown[]) => kinds.map((kind, at) => feature(at, { kind }))

test('the more frequent value first, and those that lack it are known', () => {
  const seen = seenFeed(withKinds('a', 'b', 'b', 'b', 7, 'a', ''), ['kind'])
  expect(seen.values.kind).toEqual(['b', 'a'])
  expect(seen.partly).toEqual(['kind'])
  expect(seenFeed(withKinds('a', 'b', 'a'), ['kind']).partly).toEqual([])
})

test('one value, or nearly one for each feature, tells no classes apart', () => {
  expect(seenFeed(withKinds('a', 'a', 'a'), ['kind']).values.kind).toEqual([])
  // Three features to two values are one and a half each: just enough. Four to three are not.
  expect(seenFeed(withKinds('a', 'b', 'a'), ['kind']).values.kind).toEqual(['a', 'b'])
  expect(seenFeed(withKinds('a', 'b', 'c', 'a'), ['kind']).values.kind).toEqual([])
})

test('more than two dozen values are a description', () => {
  const kinds = (count: number) => Array.from({ length: count * 2 }, (_, at) => `k${at % count}`)
  expect(seenFeed(withKinds(...kinds(24)), ['kind']).values.kind).toHaveLength(24)
  expect(seenFeed(withKinds(...kinds(25)), ['kind']).values.kind).toEqual([])
})

test('shapes by frequency; what has no place has none', () => {
  const features = [feature(1, { a: 1 }, 'Point'), feature(2, { b: 1 }, 'Polygon'), feature(3, {}, 'Polygon')]
  expect(seenFeed(features, [])).toMatchObject({ shapes: ['area', 'point'], properties: ['a', 'b'] })
  expect(seenFeed([feature(1, {}, null)], []).shapes).toEqual([])
})
