import { describe, expect, it } from 'vitest'
import { coverRing } from '../bench/peers/coverRing'
import { loadGeos } from '../bench/peers/geosEngine'
import type { CoverageCase } from './coverageCase'
import { evenOddSubject } from './evenOddSubject'
import { closed, disc, rectangle, sector } from './generators/shapes'
import { geosCovered } from './geosCovered'
import { boxOf } from './planeBox'
import { scanlineCovered } from './scanlineCovered'

const square = [rectangle(0, 0, 2, 2)]
/** Two unit discs at distance 1 overlap in 2 acos(1/2) − √3/2 = 2π/3 − √3/2. */
const LENS = (2 * Math.PI) / 3 - Math.sqrt(3) / 2

const pictures: readonly (CoverageCase & { readonly covered: number })[] = [
  { kind: 'a quarter of a unit disc', parts: [square], covers: [disc(0, 0, 1)], covered: Math.PI / 4 },
  { kind: 'a quarter that is a sector', parts: [square], covers: [sector(0, 0, 1, 45, 90)], covered: Math.PI / 4 },
  {
    kind: 'the half of a sector that reaches in',
    parts: [square],
    covers: [sector(0, 0, 1, 90, 90)],
    covered: Math.PI / 8,
  },
  {
    kind: 'three quarters of a disc',
    parts: [[rectangle(-2, -2, 2, 2)]],
    covers: [sector(0, 0, 1, 225, 270)],
    covered: (Math.PI * 3) / 4,
  },
  {
    kind: 'two discs, their overlap once',
    parts: [[rectangle(-2, -2, 3, 2)]],
    covers: [disc(0, 0, 1), disc(1, 0, 1)],
    covered: 2 * Math.PI - LENS,
  },
  {
    kind: 'a disc less a hole',
    parts: [[rectangle(-2, -2, 2, 2), rectangle(-0.5, -0.5, 0.5, 0.5)]],
    covers: [disc(0, 0, 1)],
    covered: Math.PI - 1,
  },
  { kind: 'parts that overlap, once', parts: [square, [rectangle(1, 0, 3, 2)]], covers: [disc(1, 1, 5)], covered: 6 },
]

describe('the references of the fuzz', () => {
  it.each(pictures)('scanlines find $kind', ({ parts, covers, covered }) => {
    expect(scanlineCovered(parts, covers).covered).toBeCloseTo(covered, 9)
  })

  it.each(pictures)('GEOS finds $kind', async ({ parts, covers, covered }) => {
    const geos = await loadGeos()
    // The ends of arcs are 2 r² / n³ off at most: 2 / 4096³ = 3e-11 each, and crossings 1 / n⁴ less.
    expect(geosCovered(geos, evenOddSubject(geos, parts), boxOf(parts), covers, 4096)).toBeCloseTo(covered, 8)
  })

  it('read rings that cross, turn twice or run back on themselves even-odd', async () => {
    const geos = await loadGeos()
    const area = (parts: CoverageCase['parts']) => {
      const found = geos.area(evenOddSubject(geos, parts))
      expect(scanlineCovered(parts, []).area).toBeCloseTo(found, 9)
      return found
    }
    // Two triangles of base 2 and height 1.
    expect(
      area([
        [
          closed([
            [0, 0],
            [2, 2],
            [2, 0],
            [0, 2],
          ]),
        ],
      ]),
    ).toBeCloseTo(2, 9)
    // A square of side 4 that goes round a square of side 2 as well: 16 − 4.
    expect(
      area([
        [
          closed([
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 4],
            [0, 0],
            [1, 1],
            [3, 1],
            [3, 3],
            [1, 3],
            [1, 1],
          ]),
        ],
      ]),
    ).toBeCloseTo(12, 9)
    // The same ring twice is nothing.
    expect(area([[rectangle(0, 0, 2, 2), rectangle(0, 0, 2, 2)]])).toBeCloseTo(0, 9)
    // A triangle of base 2 and height 2 with a spike through it and out of it.
    expect(
      area([
        [
          closed([
            [0, 0],
            [2, 0],
            [1, 2],
            [1, -3],
            [1, 2],
          ]),
        ],
      ]),
    ).toBeCloseTo(2, 9)
  })

  it('stand a ring of the same area for a disc or sector, the apex and edges of a sector kept', async () => {
    const geos = await loadGeos()
    const whole = coverRing(disc(3, 4, 10), 64)
    const slice = coverRing(sector(3, 4, 10, 90, 60), 64)
    expect(whole && geos.area(geos.polygon([whole]))).toBeCloseTo(100 * Math.PI, 9)
    expect(slice && geos.area(geos.polygon([slice]))).toBeCloseTo((100 * Math.PI) / 6, 9)
    // Azimuth 90 is east; half of 60 to each side: the first edge lies 30 degrees south of east.
    expect([...(slice ?? [])].slice(0, 2)).toEqual([3, 4])
    expect(Math.atan2((slice?.[3] ?? 0) - 4, (slice?.[2] ?? 0) - 3)).toBeCloseTo(-Math.PI / 6, 12)
    expect(coverRing(disc(0, 0, 0), 64)).toBeNull()
  })
})
