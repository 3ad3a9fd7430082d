import { expect, it } from 'vitest'
import { newestFirst } from './newestFirst'

it('keeps so many, and lets go of the one unused for longest', () => {
  const store = newestFirst<number>(2)
  store.set('a', 1)
  store.set('b', 2)
  // Used now, so `b` is the older one.
  expect(store.get('a')).toBe(1)
  store.set('c', 3)
  expect(['a', 'b', 'c'].map(store.get)).toEqual([1, undefined, 3])
})

it('takes a value anew under the same key without letting another go', () => {
  const store = newestFirst<number>(2)
  store.set('a', 1)
  store.set('b', 2)
  store.set('a', 3)
  expect(['a', 'b'].map(store.get)).toEqual([3, 2])
})
