import { FillRule } from 'clipper2-ts'
import { describe, expect, it } from 'vitest'
import { orientedUnion } from './orientedUnion'
import { withoutSpikes } from './withoutSpikes'

const path = (...numbers: number[]) =>
  Array.from({ length: numbers.length / 2 }, (_, i) => ({ x: numbers[i * 2]!, y: numbers[i * 2 + 1]! }))

function area(rings: readonly (readonly { readonly x: number; readonly y: number }[])[]): number {
  let doubled = 0
  for (const ring of rings) {
    for (const [i, a] of ring.entries()) {
      const b = ring[(i + 1) % ring.length]!
      doubled += a.x * b.y - a.y * b.x
    }
  }
  return doubled / 2
}

describe('the union of rings', () => {
  it('has its outer rings counter-clockwise beside a spike', () => {
    // A triangle of 100 × 200 / 2 with a spike out to (150, 200).
    expect(area(orientedUnion([path(0, 200, 150, 200, 100, 200, 0, 0)], FillRule.EvenOdd))).toBe(10000)
  })

  it('is nothing for rings without ground', () => {
    expect(orientedUnion([path(0, 0, 50, 0, 0, 0, 0, 0)], FillRule.EvenOdd)).toEqual([])
  })

  it('has holes clockwise and islands in them counter-clockwise', () => {
    const square = (at: number, size: number) => path(at, at, at + size, at, at + size, at + size, at, at + size)
    const rings = orientedUnion([square(0, 100), square(10, 80), square(20, 60)], FillRule.EvenOdd)
    expect(area(rings)).toBe(100 * 100 - 80 * 80 + 60 * 60)
  })
})

describe('spikes', () => {
  it('go, one after the other, wherever the ring begins', () => {
    const ring = path(0, 0, 10, 0, 10, 10, 20, 10, 10, 10, 10, 30, 10, 10, 0, 10)
    for (let turn = 0; turn < ring.length; turn++) {
      const turned = [...ring.slice(turn), ...ring.slice(0, turn)]
      expect(area([withoutSpikes(turned)])).toBe(100)
      expect(withoutSpikes(turned)).toHaveLength(4)
    }
  })

  it('are all there is of a ring without ground', () => {
    expect(withoutSpikes(path(0, 0, 10, 0, 20, 0, 10, 0))).toEqual([])
    expect(withoutSpikes(path(5, 5, 5, 5, 5, 5))).toEqual([])
  })
})
