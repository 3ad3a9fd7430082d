import { describe, expect, it } from 'vitest'
import { row } from '#tests/city/evaluationInput.ts'
import type { StarRule } from '../model/standard'
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
