import { describe, expect, it } from 'vitest'
import { apportion, growPopulation, spreadVillagers } from './growPopulation'
import type { Path } from './plane'

const square = (half: number): Path => [
  [-half, -half],
  [half, -half],
  [half, half],
  [-half, half],
]

describe('apportion', () => {
  it('gives the left-over to the largest remainders', () => {
    // Shares of 10 by 1 : 2 : 5 are 1.25, 2.5 and 6.25: floors 1, 2 and 6, the one left over goes to the second.
    expect(apportion([1, 2, 5], 10)).toEqual([1, 3, 6])
    // Shares of 7 by 1 : 2 are 2.33 and 4.67: floors 2 and 4, the one left over goes to the second.
    expect(apportion([1, 2], 7)).toEqual([2, 5])
  })
})

describe('growPopulation', () => {
  it('uses 500 m cells in the built-up area and 1 km cells elsewhere', () => {
    const cells = growPopulation(
      [
        { point: [100, 100], people: 5 },
        { point: [400, 400], people: 7 },
        { point: [600, 100], people: 1 },
        { point: [9200, 9900], people: 3 },
      ],
      square(1500),
    )
    expect(cells).toEqual([
      { west: 0, south: 0, size: 500, people: 12 },
      { west: 500, south: 0, size: 500, people: 1 },
      { west: 9000, south: 9000, size: 1000, people: 3 },
    ])
  })
})

describe('spreadVillagers', () => {
  it('loses nobody, also where hamlets would be outside', () => {
    for (const half of [100, 800, 5000]) {
      const spread = spreadVillagers({ point: [0, 0], people: 1234 }, square(half))
      expect(spread.reduce((sum, { people }) => sum + people, 0)).toBe(1234)
    }
    // Within 5 km all four hamlets are inside: 123 each, 1234 - 492 = 742 in the village.
    expect(spreadVillagers({ point: [0, 0], people: 1234 }, square(5000))[0]!.people).toBe(742)
  })
})
