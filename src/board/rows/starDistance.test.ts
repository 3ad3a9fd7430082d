import { expect, test } from 'vitest'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import type { Evaluation, IndicatorResult, StarNeed } from '#core/model/evaluation.ts'
import { countStars } from './countStars'
import { rowViews } from './rowView'
import { byDistance, nearestToFour, starDistance } from './starDistance'

const need = (wanted: number | boolean, have: number | boolean | null): StarNeed => ({
  metric: 'value',
  op: '>=',
  wanted,
  have,
  missing: null,
})

function evaluationOf(rows: Readonly<Record<string, Partial<IndicatorResult>>>): Evaluation {
  const indicators = Object.entries(rows).map(
    ([id, result]): IndicatorResult => ({
      id,
      star: null,
      status: 'below_lowest',
      metrics: {},
      parameters: {},
      next: null,
      ...result,
    }),
  )
  return Object.freeze({ scope: null, dataTime: null, indicators })
}

const rows = rowViews(
  bundledStandard(),
  evaluationOf({
    // |0.8 − 0.6| / 0.8 = 0.25
    'data-sharing-rate': { next: { star: 4, needs: [need(0.8, 0.6)] } },
    // the larger of |0.9 − 0.81| / 0.9 = 0.1 and |0.9 − 0.72| / 0.9 = 0.2
    'video-surveillance-completeness': { next: { star: 4, needs: [need(0.9, 0.81), need(0.9, 0.72)] } },
    // an unmet item counts as 1
    'institutional-mechanism': { next: { star: 4, needs: [need(true, false)] } },
    // nearest of all, but its next star is the third
    'e-commerce-share': { next: { star: 3, needs: [need(0.1, 0.099)] } },
    'smart-campus-coverage': { next: { star: 4, needs: [need(0.5, null)] } },
    funding: { status: 'ok', star: 5 },
  }),
)
const find = (id: string) => {
  const view = rows.find(({ row }) => row.id === id)
  if (!view) throw new Error(`no row ${id}`)
  return view
}

test('the distance is the largest relative shortfall', () => {
  expect(starDistance(find('data-sharing-rate'))).toBeCloseTo(0.25, 12)
  expect(starDistance(find('video-surveillance-completeness'))).toBeCloseTo(0.2, 12)
  expect(starDistance(find('institutional-mechanism'))).toBe(1)
})

test('there is none without a next star, with an unknown value, and before the first result', () => {
  expect(starDistance(find('funding'))).toBeNull()
  expect(starDistance(find('smart-campus-coverage'))).toBeNull()
  expect(starDistance(find('planning'))).toBeNull()
})

test('sorting puts rows without a distance last, in the order of the standard', () => {
  const sorted = [...rows].sort(byDistance).map(({ row }) => row.id)
  expect(sorted.slice(0, 4)).toEqual([
    'e-commerce-share',
    'video-surveillance-completeness',
    'data-sharing-rate',
    'institutional-mechanism',
  ])
  expect(sorted[4]).toBe('e-certificate-usage-rate')
  expect(sorted.at(-1)).toBe('smart-community-coverage')
})

test('nearest to four stars are the rows whose next step crosses that line', () => {
  expect(nearestToFour(rows).map(({ row }) => row.id)).toEqual([
    'video-surveillance-completeness',
    'data-sharing-rate',
    'institutional-mechanism',
  ])
})

test('the headline counts 42 star rows and one deduction; rows without a result are pending, not unknown', () => {
  // 5 below the lowest star, 1 at five stars, 42 − 6 = 36 not computed.
  expect(countStars(rows)).toEqual({
    starRows: 42,
    four: 1,
    below: 5,
    unknown: 0,
    pending: 36,
    old: 0,
    oldFour: 0,
    deductions: 1,
  })
})
