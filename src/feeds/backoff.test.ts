import { expect, it } from 'vitest'
import { backoff } from './backoff'

const waits = (sure: number, chance: number, failures = [0, 1, 2, 3, 4, 40]) =>
  failures.map((count) => backoff(count, { firstMs: 1_000, longestMs: 6_000, sure }, () => chance))

it('doubles from the first step to the longest, the whole of it left to chance', () => {
  expect(waits(0, 1)).toEqual([1_000, 1_000, 2_000, 4_000, 6_000, 6_000])
  expect(waits(0, 0.25)).toEqual([250, 250, 500, 1_000, 1_500, 1_500])
  expect(waits(0, 0)).toEqual([0, 0, 0, 0, 0, 0])
})

it('waits the sure part in any case', () => {
  expect(waits(0.5, 0, [1, 2, 9])).toEqual([500, 1_000, 3_000])
  expect(waits(0.5, 0.5, [1, 2, 9])).toEqual([750, 1_500, 4_500])
  expect(waits(1, 0.3, [1, 2, 9])).toEqual([1_000, 2_000, 6_000])
})
