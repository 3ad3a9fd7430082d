import { expect, it } from 'vitest'
import type { CityFeature } from '#core/model/feature.ts'
import { keepUnchanged } from './keepUnchanged'

const feature = (id: string, x: number, properties: Record<string, unknown> = { id }): CityFeature => ({
  id,
  mapId: Number(id),
  geometry: { type: 'Point', coordinates: [x, 35] },
  properties,
  time: null,
})

it('keeps the objects that are the same and takes the others', () => {
  const before = [feature('1', 117), feature('2', 117.1), feature('3', 117.2, { a: [1, { b: null }] })]
  const now = [feature('3', 117.2, { a: [1, { b: null }] }), feature('2', 117.15), feature('4', 117)]
  const kept = keepUnchanged(before, now)
  expect(kept).toEqual(now)
  expect(kept[0]).toBe(before[2])
  expect(kept[1]).toBe(now[1])
  expect(kept[2]).toBe(now[2])
})

it('keeps the list when nothing has changed, and not when the order has', () => {
  const before = [feature('1', 117), feature('2', 117.1)]
  expect(keepUnchanged(before, [feature('1', 117), feature('2', 117.1)])).toBe(before)
  expect(keepUnchanged(before, [feature('2', 117.1), feature('1', 117)])).not.toBe(before)
})

it('tells an absent property from one that is undefined or null', () => {
  const [one] = keepUnchanged([feature('1', 117, { a: null })], [feature('1', 117, {})])
  expect(one?.properties).toEqual({})
})
