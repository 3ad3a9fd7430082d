import { expect, it } from 'vitest'
import { toLines } from './toLines'

it('measures the way to the nearest line, up to the limit', () => {
  const straight = toLines(
    [
      [
        [117, 35],
        [117, 36],
      ],
    ],
    120,
  )!
  // A degree of longitude at 35.5° has 90,525 m.
  expect(straight([117.001, 35.5])).toBeCloseTo(90.5, 1)
  expect(straight([117.1, 35.5])).toBe(120)
  // 0.001° beyond its end.
  expect(straight([117, 36.001])).toBeCloseTo(111.2, 1)
  expect(toLines([], 120)).toBeNull()
})
