import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feature, feed, input, point } from '#tests/city/evaluationInput.ts'
import { cell, gapsOf, tile } from './gapsFixture'

const COVERED = { value: { method: 'covered', subjects: 'areas', by: 'masts' } }
const NEAR = { value: { method: 'near', subjects: 'areas', by: 'masts', metres: 300 } }
/** Masts cover by polygons, so that every share is that of widths, worked out by hand. */
const coveredBy = (areas: Parameters<typeof feed>[1], masts: Parameters<typeof feed>[1]) =>
  input(COVERED, [feed('areas', areas), feed('masts', masts)])
const site = (longitude: number, latitude: number, radius: number) =>
  feature('site', point(longitude, latitude), {}, { radius, azimuth: null, beamwidth: null })

describe('people in a gap', () => {
  it('are those of a cell by the share of the whole cell that lies in the gap', () => {
    // The area is three quarters of the first cell and a quarter of the second; its western third is covered: open are
    // half of the first cell and a quarter of the second. 1000 · 1/2 + 400 · 1/4 = 600.
    const { gaps, totals } = gapsOf(coveredBy([feature('a', tile(0.25, 0))], [feature('m', tile(0.25, 0, 0.25))]), [
      cell('c1', 0, 0, 1000),
      cell('c2', 1, 0, 400),
      cell('c3', 2, 0, 999),
    ])
    expect(gaps).toHaveLength(1)
    expect(gaps[0]).toMatchObject({ id: 'a', peopleBy: 'area', passes: false, part: null })
    expect(gaps[0]!.people.people).toBeCloseTo(600, 3)
    expect(totals.people.people).toBeCloseTo(600, 3)
    expect(totals.ofPeople).toBe(2399)
  })

  it('live in whole cells: what lies outside of the scope is not cut off', () => {
    const scopes = [{ id: 's', feed: 'scope' }]
    const asked = input(
      { value: { method: 'area', region: 'areas', by: 'masts' } },
      [
        feed('areas', [feature('a', tile(0, 0))]),
        feed('masts', [feature('m', tile(5, 5))]),
        feed('scope', [feature('s', tile(0, 0, 0.5))]),
      ],
      { scopes, scope: 's' },
    )
    // Half of the cell is in the region and the scope: half of its people, not all.
    expect(gapsOf(asked, [cell('c', 0, 0, 1000)]).gaps[0]!.people.people).toBeCloseTo(500, 3)
  })

  it('count once in totals, however many gaps they live under', () => {
    // Two areas of three quarters of a cell that share its middle half.
    const { gaps, totals } = gapsOf(
      coveredBy([feature('a', tile(0, 0, 0.75)), feature('b', tile(0.25, 0, 0.75))], [feature('m', tile(5, 0))]),
      [cell('c', 0, 0, 800)],
    )
    expect(gaps.map(({ people }) => Math.round(people.people ?? Number.NaN))).toEqual([600, 600])
    expect(totals.people.people).toBeCloseTo(800, 3)
  })

  it('are not known where a cell has no figure, and nobody is known off the grid', () => {
    const areas = [feature('a', tile(0, 0, 2)), feature('b', tile(1, 0, 0.5)), feature('far', tile(7, 7))]
    const { gaps, totals } = gapsOf(coveredBy(areas, [feature('m', tile(5, 0))]), [
      cell('c1', 0, 0, 100),
      cell('c2', 1, 0, 'many'),
    ])
    expect(gaps.map(({ people }) => people)).toEqual([
      { people: null, atLeast: 100 },
      { people: null, atLeast: null },
      { people: null, atLeast: null },
    ])
    expect(totals).toMatchObject({ people: { people: null, atLeast: 100 }, ofPeople: null })
    const nobody = gapsOf(coveredBy(areas, [feature('m', tile(5, 0))]), null)
    expect(nobody.totals).toMatchObject({ people: { people: null, atLeast: null }, ofPeople: null })
    expect(nobody.gaps.map(({ people }) => people.people)).toEqual([null, null, null])
  })

  it('are none where nobody lives, and none where nothing is open', () => {
    const masts = [feature('m', tile(5, 0))]
    expect(gapsOf(coveredBy([feature('a', tile(0, 0))], masts), [cell('c', 0, 0, 0)]).totals.people.people).toBe(0)
    const whole = gapsOf(coveredBy([feature('a', tile(5, 0, 0.5))], masts), [cell('c', 5, 0, 70)])
    expect(whole).toMatchObject({ gaps: [], totals: { people: { people: 0 }, ofPeople: 70 } })
  })

  it('of a point are those of the cell it stands in, once for all points there', () => {
    const asked = input(NEAR, [
      feed('areas', [
        feature('p1', point(116.002, 35.002)),
        feature('p2', point(116.004, 35.004)),
        feature('p3', point(116.015, 35.005)),
        feature('off', point(116.5, 35.5)),
      ]),
      feed('masts', [feature('m', point(116.9, 35.9))]),
    ])
    const { gaps, totals } = gapsOf(asked, [cell('c1', 0, 0, 50), cell('c2', 1, 0, 7)])
    expect(gaps.map(({ id, people, area, peopleBy }) => [id, people.people, area, peopleBy])).toEqual([
      ['off', null, null, 'cell'],
      ['p1', 50, null, 'cell'],
      ['p2', 50, null, 'cell'],
      ['p3', 7, null, 'cell'],
    ])
    expect(totals.people).toEqual({ people: null, atLeast: 57 })
  })

  it('are exact under discs: of a cell less the circle in it', () => {
    const { gaps } = gapsOf(coveredBy([feature('a', tile(0, 0))], [site(116.005, 35.005, 300)]), [
      cell('c', 0, 0, 10_000),
    ])
    const radius = 300 / 6_371_008.8
    const disc = 2 * Math.PI * 6_371_008.8 ** 2 * (1 - Math.cos(radius))
    const rise = Math.sin((35.01 * Math.PI) / 180) - Math.sin((35 * Math.PI) / 180)
    const whole = 6_371_008.8 ** 2 * ((0.01 * Math.PI) / 180) * rise
    expect(gaps[0]!.people.people).toBeCloseTo(10_000 * (1 - disc / whole), 2)
    expect(gaps[0]!.area).toBeCloseTo(whole - disc, 1)
  })

  it('of the pieces of a region add up to those of its gap', () => {
    const region = { value: { method: 'area', region: 'areas', by: 'masts' } }
    const masts = [feature('m1', tile(0.5, 0, 0.5)), feature('m2', tile(1.75, 0, 0.25))]
    const asked = input(region, [feed('areas', [feature('r', tile(0, 0, 3))]), feed('masts', masts)])
    // Open: half of the first cell, three quarters of the second, all of the third.
    const { gaps, features, totals } = gapsOf(asked, [
      cell('c1', 0, 0, 100),
      cell('c2', 1, 0, 100),
      cell('c3', 2, 0, 100),
    ])
    expect(gaps.map(({ part, people }) => [part, Math.round(people.people ?? -1)])).toEqual([
      [1, 100],
      [2, 75],
      [3, 50],
    ])
    expect(features.map(({ properties }) => properties.part)).toEqual([1, 2, 3])
    expect(totals.people.people).toBeCloseTo(225, 3)
    const whole = gapsOf(asked, [cell('c1', 0, 0, 100), cell('c2', 1, 0, 100), cell('c3', 2, 0, 100)], {
      parted: false,
    })
    expect(whole.gaps.map(({ part, people }) => [part, Math.round(people.people ?? -1)])).toEqual([[null, 225]])
  })

  it('of gaps apart are those of their union, never more than the whole grid has', () => {
    const square = fc.record({
      at: fc.integer({ min: 0, max: 5 }),
      width: fc.double({ min: 0.05, max: 0.9, noNaN: true }),
    })
    const disc = fc.record({
      x: fc.double({ min: 0, max: 6, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
      radius: fc.integer({ min: 20, max: 900 }),
    })
    fc.assert(
      fc.property(
        fc.array(square, { minLength: 1, maxLength: 6 }),
        fc.array(disc, { minLength: 1, maxLength: 6 }),
        (squares, discs) => {
          const apart = [...new Map(squares.map((each) => [each.at, each])).values()]
          const areas = apart.map(({ at, width }) => feature(`a${at}`, tile(at, 0, width)))
          const masts = discs.map(({ x, y, radius }, at) =>
            feature(`m${at}`, point(116 + x / 100, 35 + y / 100), {}, { radius, azimuth: null, beamwidth: null }),
          )
          const cells = [0, 1, 2, 3, 4, 5].map((column) => cell(`c${column}`, column, 0, 1000))
          const { gaps, totals } = gapsOf(coveredBy(areas, masts), cells)
          const sum = gaps.reduce((people, gap) => people + (gap.people.people ?? Number.NaN), 0)
          expect(Math.abs(sum - (totals.people.people ?? Number.NaN))).toBeLessThan(0.01)
          expect(sum).toBeLessThanOrEqual(6000)
          // The same ground twice: no more people than once.
          const twice = gapsOf(
            coveredBy([...areas, ...areas.map((each) => ({ ...each, id: `${each.id}b` }))], masts),
            cells,
          )
          expect(Math.abs((twice.totals.people.people ?? Number.NaN) - sum)).toBeLessThan(0.01)
        },
      ),
      { numRuns: 60 },
    )
  })
})
