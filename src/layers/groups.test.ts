import { expect, test } from 'vitest'
import { groupHeight, inGroupOrder } from './groups'

test('groups stand in the order of the contract, bottom first', () => {
  const names = ['ground', 'area', 'coverage', 'gap', 'line', 'building', 'point', 'live', 'alarm', 'label']
  expect(names.map(groupHeight)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('an unknown group is named in the fault', () => {
  expect(() => groupHeight('sky')).toThrow('unknown layer group "sky"')
})

test('equal groups keep the order they came in', () => {
  const layers = Object.freeze([
    { group: 'label', name: 'a' },
    { group: 'ground', name: 'b' },
    { group: 'label', name: 'c' },
    { group: 'area', name: 'd' },
  ] as const)
  expect(inGroupOrder(layers).map(({ name }) => name)).toEqual(['b', 'd', 'a', 'c'])
})
