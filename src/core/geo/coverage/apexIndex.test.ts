import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApexIndex } from './apexIndex'

describe('numbers of places', () => {
  it('gives a place one number until it is dropped', () => {
    const step = fc.record({
      x: fc.integer({ min: -6, max: 6 }),
      y: fc.integer({ min: -6, max: 6 }),
      drop: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const index = new ApexIndex()
        const known = new Map<string, number>()
        for (const { x, y, drop } of steps) {
          const place = `${x} ${y}`
          const number = index.numberOf(x / 3, y / 3)
          const before = known.get(place)
          if (before === undefined) expect([...known.values()]).not.toContain(number)
          else expect(number).toBe(before)
          known.set(place, number)
          if (!drop) continue
          index.drop(number)
          known.delete(place)
        }
        for (const [place, number] of known) {
          const [x, y] = place.split(' ').map(Number)
          expect(index.numberOf(x! / 3, y! / 3)).toBe(number)
        }
      }),
    )
  })

  it('takes −0 and 0 as one place', () => {
    const index = new ApexIndex()
    expect(index.numberOf(-0, 1)).toBe(index.numberOf(0, 1))
  })
})
