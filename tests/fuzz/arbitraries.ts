import fc from 'fast-check'
import type { FieldCover } from '#core/geo/coverage/fieldCover.ts'
import type { CoverageCase, Part } from './coverageCase'
import { makeCase } from './makeCase'

const metres = (low: number, high: number) => fc.double({ min: low, max: high, noNaN: true })

/** A disc or sector within some 200 m of the origin. Half of them lie on a 25 m lattice, so that they meet and coincide. */
export const anyCover: fc.Arbitrary<FieldCover> = fc
  .record({
    x: fc.oneof(
      metres(-200, 200),
      fc.integer({ min: -8, max: 8 }).map((step) => step * 25),
    ),
    y: fc.oneof(
      metres(-200, 200),
      fc.integer({ min: -8, max: 8 }).map((step) => step * 25),
    ),
    radius: fc.oneof(metres(0, 150), fc.constantFrom(0, 25, 50, 100)),
    beam: fc.option(
      fc.tuple(fc.oneof(metres(0, 360), fc.constantFrom(0, 90, 120)), fc.constantFrom(30, 65, 90, 120, 180, 300)),
    ),
  })
  .map(({ beam, ...disc }) => ({ ...disc, azimuth: beam ? beam[0] : null, beamwidth: beam ? beam[1] : null }))

export const anyCovers = fc.array(anyCover, { maxLength: 14 })

/** A ring about the origin at growing angles, of 3 to 12 corners. */
export const anyPart: fc.Arbitrary<Part> = fc.array(metres(20, 180), { minLength: 3, maxLength: 12 }).map((reaches) => {
  const ring = reaches.map((reach, i) => {
    const angle = (2 * Math.PI * i) / reaches.length
    return [reach * Math.cos(angle), reach * Math.sin(angle)]
  })
  return [[...ring, ring[0]!]]
})

/** Any of the degenerate pictures of the fuzz but the crowds. */
export const anyDegenerate: fc.Arbitrary<CoverageCase> = fc
  .integer({ min: 1_000_000, max: 2_000_000 })
  .map((number) => makeCase(1, number))
  .filter(({ covers }) => covers.length <= 60)
