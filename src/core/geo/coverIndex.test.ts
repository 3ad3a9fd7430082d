import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { random } from '#seeds/random.ts'
import type { Bounds } from './boundsOf'
import { boxGrid } from './boxGrid'
import { type CoverShape, coverIndex } from './coverShape'

function coverOf(bounds: Bounds): CoverShape {
  return { kind: 'polygon', polygon: { type: 'Polygon', coordinates: [] }, bounds }
}

const dice = random('boxes')
const box = (x: number, y: number, size: number): CoverShape => {
  const [west, south] = [x + dice.between(0, size), y + dice.between(0, size)]
  return coverOf([west, south, west + dice.between(0, size), south + dice.between(0, size)])
}
const place = (): Position => [dice.between(-1, 11), dice.between(-1, 11)]
const empty = coverOf([Infinity, Infinity, -Infinity, -Infinity])

const sets: readonly (readonly [string, readonly CoverShape[], boolean])[] = [
  ['boxes alike', Array.from({ length: 300 }, () => box(dice.between(0, 10), dice.between(0, 10), 0.5)), true],
  ['boxes that are all as large as everything', Array.from({ length: 20 }, () => box(0, 0, 8)), true],
  [
    'a heap of small boxes among large ones, which no grid parts',
    [
      ...Array.from({ length: 200 }, () => box(0, 0, 8)),
      ...Array.from({ length: 200 }, () => box(5 + dice.between(0, 1e-3), 5 + dice.between(0, 1e-3), 1e-4)),
    ],
    false,
  ],
  ['boxes and one without ground', [empty, box(2, 2, 3), box(4, 4, 3)], true],
  ['none', [], true],
]

describe('the index of covers by box', () => {
  it.each(sets)('finds the boxes that hold a place: %s', (_, covers, even) => {
    expect(boxGrid(covers) !== null).toBe(even)
    const index = coverIndex(covers)
    let held = 0
    for (let i = 0; i < 300; i++) {
      const [x, y] = i % 3 === 2 ? [5 + dice.between(0, 1e-3), 5 + dice.between(0, 1e-3)] : place()
      const expected = covers.filter(
        ({ bounds: [west, south, east, north] }) => x! >= west && x! <= east && y! >= south && y! <= north,
      )
      const found: CoverShape[] = []
      expect(index.someAt([x!, y!], (cover) => found.push(cover) < 0)).toBe(false)
      expect(new Set(found)).toEqual(new Set(expected))
      expect(index([x!, y!, x!, y!])).toEqual(expected)
      expect(index.someAt([x!, y!], (cover) => cover === expected[0])).toBe(expected.length > 0)
      held += expected.length
    }
    expect(held > 0).toBe(covers.length > 0)
  })

  it('holds the corners of a box', () => {
    const index = coverIndex([coverOf([1, 2, 3, 4]), coverOf([5, 5, 9, 9])])
    expect(index.someAt([1, 2], () => true)).toBe(true)
    expect(index.someAt([9, 9], () => true)).toBe(true)
    expect(index.someAt([3, 4.0001], () => true)).toBe(false)
  })
})
