import { describe, expect, it } from 'vitest'
import { roundRatio } from './ratioResult'

describe('roundRatio', () => {
  it('rounds to 1e-9', () => {
    expect([2 / 3, 0.8999999999, 0.1 + 0.2, 7].map(roundRatio)).toEqual([0.666666667, 0.9, 0.3, 7])
  })

  it('leaves a sum of money as it is written', () => {
    // 4436113.69 · 1e9 is past 2^53; rounded there and divided again it was 4436113.690000001.
    const sums = [4436113.69, 123456789.12, -4441930.44]
    expect(sums.map(roundRatio)).toEqual(sums)
  })
})
