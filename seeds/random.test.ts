import { describe, expect, it } from 'vitest'
import { random } from './random'

describe('random', () => {
  it('repeats a named stream and keeps streams apart', () => {
    const take = (name: string): number[] => {
      const stream = random(name)
      return Array.from({ length: 20 }, () => stream.next())
    }
    expect(take('roads')).toEqual(take('roads'))
    expect(take('roads')).not.toEqual(take('rivers'))
  })

  it('is about uniform: the mean of 20,000 draws is within 5 standard errors of one half', () => {
    const stream = random('mean')
    let sum = 0
    for (let draw = 0; draw < 20_000; draw++) sum += stream.next()
    // The standard deviation of a uniform draw is 0.2887; 0.2887 / sqrt(20000) = 0.00204, times 5 = 0.0102.
    expect(Math.abs(sum / 20_000 - 0.5)).toBeLessThan(0.0102)
  })

  it('draws whole numbers with both ends, and shuffles without losing any', () => {
    const stream = random('whole')
    const drawn = new Set(Array.from({ length: 200 }, () => stream.whole(2, 4)))
    expect([...drawn].sort()).toEqual([2, 3, 4])
    const values = Object.freeze([1, 2, 3, 4, 5, 6, 7, 8])
    expect(stream.shuffle(values).sort((a, b) => a - b)).toEqual(values)
  })

  it('refuses to pick from nothing', () => {
    expect(() => random('empty').pick([])).toThrow('nothing to pick from in stream empty')
  })
})
