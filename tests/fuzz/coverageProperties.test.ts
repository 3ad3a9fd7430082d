import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageField, type FieldCover } from '#core/geo/coverage/coverageField.ts'
import { fieldSubject } from '#core/geo/coverage/fieldSubject.ts'
import { anyCover, anyCovers, anyDegenerate, anyPart } from './arbitraries'
import type { Part } from './coverageCase'
import { scanlineCovered } from './scanlineCovered'

const RUNS = { numRuns: 300, seed: 3 }

/** Null when the engine hands the picture to a library: then it promises nothing. */
function covered(parts: readonly Part[], covers: readonly FieldCover[]): number | null {
  const measured = coverageField(covers).measure(fieldSubject(parts), true)
  return measured.closed ? measured.covered : null
}

describe('coverage of a part of the plane', () => {
  it('lies between nothing and the whole', () => {
    fc.assert(
      fc.property(anyDegenerate, ({ parts, covers }) => {
        const { area, covered, closed } = coverageField(covers).measure(fieldSubject(parts), true)
        if (!closed) return
        expect(covered).toBeGreaterThanOrEqual(0)
        expect(covered).toBeLessThanOrEqual(area)
      }),
      RUNS,
    )
  })

  it('never falls when a site is added', () => {
    fc.assert(
      fc.property(anyPart, anyCovers, anyCover, (part, covers, more) => {
        const before = covered([part], covers)
        const after = covered([part], [...covers, more])
        if (before === null || after === null) return
        // Rounding: the sums of two different boundaries of the same ground.
        expect(after).toBeGreaterThanOrEqual(before - 1e-9 * 180 ** 2)
      }),
      RUNS,
    )
  })

  it('does not depend on the order of the covers, bit for bit', () => {
    fc.assert(
      fc.property(anyDegenerate, fc.nat(), ({ parts, covers }, turn) => {
        const at = turn % (covers.length || 1)
        const other = [...covers.slice(at), ...covers.slice(0, at)].reverse()
        const subject = fieldSubject(parts)
        expect(coverageField(other).measure(subject, true)).toEqual(coverageField(covers).measure(subject, true))
      }),
      RUNS,
    )
  })

  it('does not change when covers stand twice, bit for bit', () => {
    fc.assert(
      fc.property(anyDegenerate, ({ parts, covers }) => {
        const subject = fieldSubject(parts)
        const twice = covers.flatMap((cover, i) => (i % 2 === 0 ? [cover, cover] : [cover]))
        expect(coverageField(twice).measure(subject, true)).toEqual(coverageField(covers).measure(subject, true))
      }),
      RUNS,
    )
  })

  it('is the same area when scanlines add it up', () => {
    fc.assert(
      fc.property(anyPart, anyCovers, (part, covers) => {
        const ours = covered([part], covers)
        if (ours === null) return
        const reference = scanlineCovered([part], covers)
        expect(Math.abs(ours - reference.covered)).toBeLessThanOrEqual(1e-8 * reference.area)
      }),
      { ...RUNS, numRuns: 200 },
    )
  })

  it('adds up over the two sides of a line', () => {
    fc.assert(
      fc.property(anyPart, anyCovers, fc.double({ min: -150, max: 150, noNaN: true }), (part, covers, at) => {
        const whole = covered([part], covers)
        const west = covered(halfOf(part, at, 1), covers)
        const east = covered(halfOf(part, at, -1), covers)
        if (whole === null || west === null || east === null) return
        const area = fieldSubject([part]).area
        // An end of the cut is rounded to the 60 nm lattice, by 4.3e-8 m at most. Either half changes by half of that times
        // the way between the end's neighbours, under 400 m: 8.6e-6 m².
        expect(Math.abs(whole - west - east)).toBeLessThanOrEqual(1e-9 * area + 2 * 8.6e-6 * cutsOf(part, at))
      }),
      RUNS,
    )
  })
})

/** How often a ring crosses x = at. */
function cutsOf([ring = []]: Part, at: number): number {
  return ring.filter(([x = 0], index) => index > 0 && x <= at !== ring[index - 1]![0]! <= at).length
}

/** The part of a star-shaped ring on one side of x = at (Sutherland and Hodgman): pieces may hang together along the cut. */
function halfOf(part: Part, at: number, side: 1 | -1): Part[] {
  const [ring = []] = part
  const kept: number[][] = []
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1]!
    const [x1 = 0, y1 = 0] = ring[i]!
    const in0 = side * x0 <= side * at
    const in1 = side * x1 <= side * at
    if (in0) kept.push([x0, y0])
    if (in0 !== in1) kept.push([at, y0 + ((at - x0) / (x1 - x0)) * (y1 - y0)])
  }
  return kept.length < 3 ? [] : [[[...kept, kept[0]!]]]
}
