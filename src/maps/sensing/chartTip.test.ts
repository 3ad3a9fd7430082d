import { expect, test } from 'vitest'
import { tipPlace } from './chartTip'

const ROOM = [400, 200] as const

test('the text stands right of the pointer and below it, by 12 pixels', () => {
  expect(tipPlace([50, 40], [100, 30], ROOM)).toEqual([62, 52])
})

test('it stands left of the pointer where the right has no room, to the pixel', () => {
  expect(tipPlace([288, 40], [100, 30], ROOM)).toEqual([300, 52])
  expect(tipPlace([289, 40], [100, 30], ROOM)).toEqual([177, 52])
})

test('it never leaves the chart: at the bottom, and where neither side has room', () => {
  expect(tipPlace([50, 190], [100, 30], ROOM)).toEqual([62, 170])
  expect(tipPlace([200, 40], [390, 30], ROOM)).toEqual([0, 52])
  expect(tipPlace([200, 40], [390, 300], ROOM)).toEqual([0, 0])
})
