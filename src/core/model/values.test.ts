import { expect, it } from 'vitest'
import { isObject, textOf } from './values'

it('an object is neither null nor a list', () => {
  expect([{}, { a: 1 }].map(isObject)).toEqual([true, true])
  expect([null, undefined, [], 'text', 7, true].map(isObject)).toEqual(Array(6).fill(false))
})

it('a text says something or is none', () => {
  expect(['甲', ' ', '', null, undefined, 7, ['a']].map(textOf)).toEqual(['甲', ' ', null, null, null, null, null])
})
