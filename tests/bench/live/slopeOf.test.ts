import { describe, expect, it } from 'vitest'
import { slopeOf } from './slopeOf'

describe('slope by least squares', () => {
  it('is that of the line the points lie on', () => {
    expect(
      slopeOf([
        [0, 5],
        [1, 7],
        [4, 13],
      ]),
    ).toBeCloseTo(2, 12)
  })

  it('is worked out by hand for points that lie on none', () => {
    // (0,1) (1,4) (2,1): x̄ 1, Σ(x-x̄)(y-ȳ) = (-1)(-1) + 0·2 + 1·(-1) = 0.
    // (0,1) (1,2) (2,6): x̄ 1, ȳ 3, (-1)(-2) + 0·(-1) + 1·3 = 5, over Σ(x-x̄)² = 2.
    expect(
      slopeOf([
        [0, 1],
        [1, 4],
        [2, 1],
      ]),
    ).toBe(0)
    expect(
      slopeOf([
        [0, 1],
        [1, 2],
        [2, 6],
      ]),
    ).toBeCloseTo(2.5, 12)
  })

  it('is not known of one moment', () => {
    expect(slopeOf([])).toBeNaN()
    expect(
      slopeOf([
        [3, 1],
        [3, 9],
      ]),
    ).toBeNaN()
  })
})
