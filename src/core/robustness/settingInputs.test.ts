import { expect, test } from 'vitest'
import type { SweepAxis } from './robustness'
import { sweepSettings } from './settingInputs'

const axes: readonly SweepAxis[] = [
  {
    kind: 'radius',
    name: 'radius',
    words: { zh: '半径', en: 'Radius' },
    as: 'factor',
    metrics: ['value'],
    base: 1,
    values: [0.9, 1],
  },
  { kind: 'scope', base: null, values: ['west', 'east', null] },
]

test('every combination once, the base first, the first axis slowest', () => {
  // Places: radius base is 1, scope base is 2.
  expect(sweepSettings(axes)).toEqual({
    design: 'full',
    settings: [
      [1, 2],
      [1, 0],
      [1, 1],
      [0, 2],
      [0, 0],
      [0, 1],
    ],
  })
})

test('too many combinations: the base, and each axis alone', () => {
  // 2 x 3 = 6 combinations over the limit of 5: 1 + 1 + 2 settings.
  expect(sweepSettings(axes, 5)).toEqual({
    design: 'one-at-a-time',
    settings: [
      [1, 2],
      [0, 2],
      [1, 0],
      [1, 1],
    ],
  })
})
