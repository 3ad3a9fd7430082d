import { describe, expect, it } from 'vitest'
import { row } from '#tests/city/evaluationInput.ts'
import type { MetricResult } from '../model/evaluation'
import type { MetricDefinition } from '../model/metricDefinition'
import type { StarRule } from '../model/standard'
import { nextStar } from './nextStar'
import { compares, rateRow } from './starRules'

const atLeast = (value: number): StarRule => ({ op: '>=', value })
const values = (value: number | boolean | null, others: Record<string, number | boolean | null> = {}) => ({
  metrics: { value, ...others },
  items: {},
})
const ratio = row({ stars: [atLeast(0.1), atLeast(0.3), null, atLeast(0.8), { op: '>', value: 0.85 }] })

describe('compares', () => {
  it('compares values rounded to 1e-9', () => {
    expect(compares(0.7999999996, { op: '>=', value: 0.8 })).toBe(true)
    expect(compares(0.799999999, { op: '>=', value: 0.8 })).toBe(false)
    expect(compares(0.8000000004, { op: '>', value: 0.8 })).toBe(false)
    expect(compares(0.8000000004, { op: '<=', value: 0.8 })).toBe(true)
    expect(compares(0.1 + 0.2, { op: '==', value: 0.3 })).toBe(true)
  })

  it('never compares a number with a boolean, nor anything with the unknown', () => {
    expect(compares(true, { op: '==', value: true })).toBe(true)
    expect(compares(false, { op: '==', value: true })).toBe(false)
    expect(compares(1, { op: '==', value: true })).toBe(false)
    expect(compares(true, { op: '>=', value: 1 })).toBe(false)
    expect(compares(null, { op: '<=', value: 1 })).toBe(false)
  })
})

describe('rateRow', () => {
  it.each([
    [0.05, { star: null, status: 'below_lowest' }],
    [0.1, { star: 1, status: 'ok' }],
    [0.5, { star: 2, status: 'ok' }],
    [0.8, { star: 4, status: 'ok' }],
    [0.85, { star: 4, status: 'ok' }],
    [0.86, { star: 5, status: 'ok' }],
    [null, { star: null, status: 'unknown' }],
  ])('rates %s', (value, rating) => {
    expect(rateRow(ratio, values(value))).toEqual(rating)
  })

  it('takes the highest star that holds, even past one that does not', () => {
    const odd = row({ stars: [atLeast(0.5), { op: '<=', value: 0.1 }, null, atLeast(0.9), null] })
    expect(rateRow(odd, values(0.05)).star).toBe(2)
    expect(rateRow(odd, values(0.95)).star).toBe(4)
  })

  it('needs all of `all` and one of `any`', () => {
    const both: StarRule = { op: 'all', of: [atLeast(0.5), { metric: 'other', op: '==', value: true }] }
    const one: StarRule = { op: 'any', of: [atLeast(0.9), { metric: 'count', op: '>=', value: 2 }] }
    const mixed = row({ stars: [null, both, one, null, null] })
    expect(rateRow(mixed, values(0.6, { other: true, count: 0 })).star).toBe(2)
    expect(rateRow(mixed, values(0.6, { other: false, count: 0 })).status).toBe('below_lowest')
    expect(rateRow(mixed, values(0.1, { other: false, count: 2 })).star).toBe(3)
  })

  it('is unknown when any metric its rules name is, but not for one they do not name', () => {
    const rules = row({ stars: [atLeast(0.1), null, null, null, { metric: 'other', op: '>=', value: 1 }] })
    expect(rateRow(rules, values(0.6, { other: null })).status).toBe('unknown')
    expect(rateRow(rules, values(0.6)).status).toBe('unknown')
    expect(rateRow(ratio, values(0.6, { other: null })).status).toBe('ok')
  })

  it('gives a deduction no star, and a row without rules nothing', () => {
    expect(rateRow(row({ kind: 'deduction' }), values(0))).toEqual({ star: null, status: 'deduction' })
    expect(rateRow(row(), values(0.5)).status).toBe('unknown')
  })
})

describe('nextStar', () => {
  const share: MetricDefinition = { method: 'share', of: 'x', match: true }
  const count: MetricDefinition = { method: 'count', of: 'x' }
  const result = (value: number, numerator: number | null = null, denominator: number | null = null): MetricResult => ({
    value,
    numerator,
    denominator,
    excluded: 0,
    reasons: {},
    dataTime: null,
    known: 'measured',
  })

  function next(standardRow: ReturnType<typeof row>, metrics: Record<string, MetricResult>, definition = share) {
    const known = {
      metrics: Object.fromEntries(Object.entries(metrics).map(([id, { value }]) => [id, value])),
      items: {},
    }
    const definitions = Object.fromEntries(Object.keys(metrics).map((id) => [id, definition]))
    return nextStar(standardRow, { rating: rateRow(standardRow, known), values: known, metrics, definitions })
  }

  it('counts the whole features still missing', () => {
    // 88 of 128: four stars at 0.8 need 102.4, so 103, 15 more.
    expect(next(ratio, { value: result(0.6875, 88, 128) })).toEqual({
      star: 4,
      needs: [{ metric: 'value', op: '>=', wanted: 0.8, have: 0.6875, missing: 15 }],
    })
    // 4 of 5 is exactly 0.8: more than 0.85 of 5 takes all 5.
    expect(next(ratio, { value: result(0.8, 4, 5) })?.needs[0]?.missing).toBe(1)
    // 85 of 100 is not more than 0.85.
    expect(next(ratio, { value: result(0.85, 85, 100) })?.needs[0]?.missing).toBe(1)
    expect(next(ratio, { value: result(0, 0, 10) })).toMatchObject({ star: 1, needs: [{ missing: 1 }] })
    expect(next(ratio, { value: result(0.9, 9, 10) })).toBeNull()
  })

  it('counts counts, and gives none for what is no count of features', () => {
    const counts = row({ stars: [null, atLeast(100), null, null, { op: '>', value: 1000 }] })
    expect(next(counts, { value: result(40, 40, 60) }, count)?.needs[0]?.missing).toBe(60)
    expect(next(counts, { value: result(1000, 1000, 1000) }, count)?.needs[0]?.missing).toBe(1)
    const region: MetricDefinition = { method: 'area', region: 'x', by: 'y' }
    expect(next(ratio, { value: result(0.5, 5e6, 1e7) }, region)?.needs[0]?.missing).toBeNull()
  })

  it('lists all that is missing of `all`, and the nearest of `any`', () => {
    const rule: StarRule = {
      op: 'all',
      of: [
        atLeast(0.5),
        { metric: 'b', op: '>=', value: 0.5 },
        {
          op: 'any',
          of: [
            { metric: 'c', op: '>=', value: 0.9 },
            { metric: 'd', op: '>=', value: 0.5 },
          ],
        },
      ],
    }
    const standardRow = row({ stars: [null, null, null, rule, null] })
    const metrics = { value: result(0.6, 6, 10), b: result(0.4, 4, 10), c: result(0.1, 1, 10), d: result(0.3, 3, 10) }
    expect(next(standardRow, metrics)).toEqual({
      star: 4,
      needs: [
        { metric: 'b', op: '>=', wanted: 0.5, have: 0.4, missing: 1 },
        { metric: 'd', op: '>=', wanted: 0.5, have: 0.3, missing: 2 },
      ],
    })
  })
})
