import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { CityFeature } from '#core/model/feature.ts'
import { feature, rectangle } from '#tests/city/evaluationInput.ts'
import { checkSheets, type SheetCheck } from './sheetCheck'

const [WIDTH, HEIGHT] = [6 / 576, 4 / 576]
/** A rectangle in sheets of 1:2000, from the south-west corner of I50I566011. */
const sheets = (column: number, row: number, width = 1, height = 1) =>
  rectangle(
    114 + (10 + column) * WIDTH,
    32 + (10 + row) * HEIGHT,
    114 + (10 + column + width) * WIDTH,
    32 + (10 + row + height) * HEIGHT,
  ) as Polygon

function check(
  surveys: readonly CityFeature[],
  region = sheets(0, 0, 4),
  limits: Polygon[] | null = null,
): SheetCheck | null {
  const steps = checkSheets({ region: [region], limits, surveys, scale: 2000, oldBefore: 2021 })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const survey = (id: string, column: number, year: unknown, width = 1) => feature(id, sheets(column, 0, width), { year })

describe('the standard sheets of a region', () => {
  it('are covered, old, undated, open in part or missing', () => {
    const found = check(
      [survey('new', 0, 2021), survey('old', 1, 2020), survey('mute', 2, null), survey('half', 3, 2024, 0.5)],
      sheets(0, 0, 5),
    )
    expect(found?.sheets.map(({ number, state, year }) => [number, state, year])).toEqual([
      ['I50I566011', 'covered', 2021],
      ['I50I566012', 'old', 2020],
      ['I50I566013', 'undated', null],
      ['I50I566014', 'part', 2024],
      ['I50I566015', 'missing', null],
    ])
    expect(found?.states).toEqual({ covered: 1, old: 1, undated: 1, part: 1, missing: 1 })
    expect(found?.dated).toBe(true)
    expect(found?.covered).toBeCloseTo(3.5 / 5, 6)
    expect(found?.toSurvey.map(({ number }) => number)).toEqual(['I50I566015', 'I50I566014'])
  })

  it('one that is surveyed old and new in places is old as a whole', () => {
    const found = check([survey('new', 0, 2024, 0.5), survey('old', 0, 2015)], sheets(0, 0))
    expect(found?.sheets.map(({ state, year }) => [state, year])).toEqual([['old', 2024]])
  })

  it('say how few take the region to nine tenths and to all of it, and how much ground that is', () => {
    // Ten sheets wide, of which six are covered; open: three whole ones, and a fifth of another.
    const region = sheets(0, 0, 10)
    const found = check([survey('s', 0, 2024, 6), survey('t', 6, 2024, 0.8)], region)
    const one = (found?.area ?? 0) / 10
    // 6.8 of 10 are covered: two whole ones make 8.8, three 9.8.
    expect(
      found?.targets.map(({ share, sheets: count, area }) => [share, count, Math.round(((area ?? 0) / one) * 10) / 10]),
    ).toEqual([
      [0.9, 3, 3],
      [1, 4, 3.2],
    ])
  })

  it('that are covered take no surveying, though roundings leave hairlines', () => {
    const hair = 1e-4
    const found = check([survey('s', 0, 2024, 1 - hair), survey('t', 1, 2024, 3)])
    expect(found?.targets).toEqual([
      { share: 0.9, sheets: 0, area: 0 },
      { share: 1, sheets: 0, area: 0 },
    ])
    expect(found?.toSurvey).toEqual([])
  })

  it('count only as far as they lie in the region and the scope', () => {
    const found = check([survey('s', 0, 2024)], sheets(0.5, 0, 1), [sheets(0, 0, 1.25)])
    // Half of the first sheet, which is covered, and a quarter of the second.
    expect(found?.sheets.map(({ state }) => state)).toEqual(['covered', 'missing'])
    expect(found?.covered).toBeCloseTo(0.5 / 0.75, 6)
    expect(check([], sheets(0, 0), [sheets(3, 3)])).toBeNull()
  })
})
