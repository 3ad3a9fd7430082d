import { expect, test } from 'vitest'
import { createFrameLog } from './frameLog'

const NOTHING = { last: null, mean: null, longest: null }

test('one frame tells no time; two tell one', () => {
  const log = createFrameLog()
  expect(log.statistics(0)).toEqual(NOTHING)
  log.frame(100)
  expect(log.statistics(100)).toEqual(NOTHING)
  log.frame(116)
  expect(log.statistics(116)).toEqual({ last: 16, mean: 16, longest: 16 })
})

test('the last, the mean and the longest of the last five seconds', () => {
  const log = createFrameLog()
  // 400, then 16, 34 and 10 milliseconds.
  for (const at of [0, 400, 416, 450, 460]) log.frame(at)
  expect(log.statistics(460)).toEqual({ last: 10, mean: 115, longest: 400 })
  // The first ended five seconds ago: (16 + 34 + 10) / 3.
  expect(log.statistics(5_400)).toEqual({ last: 10, mean: 20, longest: 34 })
  expect(log.statistics(5_460)).toEqual(NOTHING)
})

test('a page that was out of sight had no frame as long as that', () => {
  const log = createFrameLog()
  for (const at of [0, 20, 60_000, 60_030]) log.frame(at)
  expect(log.statistics(60_030)).toEqual({ last: 30, mean: 30, longest: 30 })
})
