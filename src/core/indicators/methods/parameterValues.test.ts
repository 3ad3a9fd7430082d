import { expect, test } from 'vitest'
import { METHODS } from './methods'
import { effectiveParameters, expectedInstead } from './parameterValues'

type Weights = Readonly<Record<string, number>>

function effective(method: string, definition: Readonly<Record<string, unknown>>, standard?: Weights) {
  return effectiveParameters(METHODS[method]!.parameters, { method, ...definition }, standard)
}

test('numbers, with those that a definition leaves out; no feed and no expression', () => {
  expect(effective('covered', { subjects: 'a', by: 'b', where: true })).toEqual({ threshold: 0.5 })
  expect(effective('covered', { subjects: 'a', by: 'b', threshold: 0 })).toEqual({ threshold: 0 })
  expect(effective('area', { region: 'a', by: 'b' })).toEqual({ tolerance: 1e-6 })
  expect(effective('near', { subjects: 'a', by: 'b', metres: 50 })).toEqual({ metres: 50 })
  expect(effective('mean', { of: 'a', value: ['get', 'x'] })).toEqual({})
})

test('parts without their expressions', () => {
  const parts = [{ id: 'p', where: ['has', 'x'], weight: 2 }]
  expect(effective('length', { of: 'a', match: true, parts })).toEqual({ parts: [{ id: 'p', weight: 2 }] })
  expect(effective('length', { of: 'a', match: true })).toEqual({})
})

test('weights where they count: its own before those of the standard', () => {
  const of = ['a', 'b']
  const [own, standard] = [
    { a: 1, b: 2 },
    { a: 3, b: 4 },
  ]
  const keys = ['how', 'of', 'weights']
  expect(effective('combine', { how: 'min', of, weights: own }, standard)).toEqual({ how: 'min', of })
  expect(effective('combine', { how: 'weighted', of }, standard)).toEqual({ how: 'weighted', of, weights: standard })
  const weighted = effective('combine', { weights: own, of, how: 'weighted' }, standard)
  expect(weighted).toEqual({ how: 'weighted', of, weights: own })
  expect(Object.keys(weighted)).toEqual(keys)
  expect(effective('combine', { how: 'weighted', of })).toEqual({ how: 'weighted', of })
})

const anything = ['a', '', 0, 0.5, 2, true, null, ['get', 'x'], ['got'], [], [1], { a: 1 }, { a: 'x' }]

test.each([
  ['combine', 'how', ['min', 'mean', 'weighted'], 'min, mean or weighted'],
  ['combine', 'of', [['get', 'x'], ['got']], 'a list of metrics'],
  ['combine', 'weights', [{ a: 1 }, [], [1]], 'an object of numbers'],
  ['covered', 'threshold', [0, 0.5], 'a number from 0 to 1'],
  ['near', 'metres', [0, 0.5, 2], 'a number of at least 0'],
  ['covered', 'by', ['a', 'get'], 'the id of a feed'],
] as const)('%s.%s takes what it can be, and says what else it expected', (method, name, good, wanted) => {
  const parameter = METHODS[method]!.parameters[name]!
  for (const value of good) expect(expectedInstead(parameter, value)).toBeNull()
  const others = anything.filter((value) => !good.some((each) => JSON.stringify(each) === JSON.stringify(value)))
  for (const value of others) expect([value, expectedInstead(parameter, value)]).toEqual([value, wanted])
})
