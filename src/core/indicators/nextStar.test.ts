import { describe, expect, it, test } from 'vitest'
import type { StarNeed } from '../model/evaluation'
import type { StarRule } from '../model/standard'
import type { MethodFacts } from './methods/metricMethod'
import { nextStar } from './nextStar'
import { rateRow } from './starRules'

type Value = number | boolean | null
type Stars = readonly (StarRule | null)[]

/** A metric as `numerator of denominator`, or its bare value. */
type Measured = readonly [number, number] | Value

interface Known {
  readonly metrics?: Readonly<Record<string, Measured>>
  readonly items?: Readonly<Record<string, boolean | null>>
  readonly featureAdds?: MethodFacts['featureAdds']
  readonly kind?: 'ratio' | 'deduction'
}

const atLeast = (value: number, metric?: string): StarRule => ({ op: '>=', value, ...(metric && { metric }) })
const figureOf = (measured: Measured): Value =>
  typeof measured === 'object' && measured !== null ? measured[0] / measured[1] : measured

/** What the next star needs of a row of these rules, rated as `rateRow` does. */
function next(stars: Stars, { metrics = {}, items = {}, featureAdds = 'numerator', kind = 'ratio' }: Known) {
  const values = {
    metrics: Object.fromEntries(Object.entries(metrics).map(([id, measured]) => [id, figureOf(measured)])),
    items,
  }
  const results = Object.fromEntries(
    Object.entries(metrics).map(([id, measured]) => {
      const [numerator, denominator] = typeof measured === 'object' && measured !== null ? measured : [null, null]
      const value = figureOf(measured)
      const rest = { excluded: 0, reasons: {}, dataTime: null, known: 'measured' } as const
      return [id, { value, numerator, denominator, ...rest }]
    }),
  )
  const rating = rateRow({ kind, stars }, values)
  return nextStar({ stars }, { rating, values, metrics: results, featureAdds: () => featureAdds })
}

const need = (metric: string, wanted: number, have: Value, missing: number | null): StarNeed => ({
  metric,
  op: '>=',
  wanted,
  have,
  missing,
})

describe('which star is next', () => {
  const stars = [atLeast(0.2), null, atLeast(0.5), null, atLeast(0.9)]
  const starAfter = (value: Value) => next(stars, { metrics: { value }, featureAdds: null })?.star ?? null

  test.each([
    ['below the lowest: the lowest with a rule', 0.1, 1],
    ['one star: past the one without a rule, the third', 0.2, 3],
    ['three: the fifth, not the first again', 0.5, 5],
    ['five: none', 0.95, null],
    ['unknown: none', null, null],
  ])('%s', (_, value, star) => {
    expect(starAfter(value)).toBe(star)
  })

  it('is the first rule above the star that holds, even where a lower one does not', () => {
    // One star asks for 0.5, two for at most 0.1: at 0.05 the row has two stars, and the fourth is next.
    const odd = [atLeast(0.5), { op: '<=', value: 0.1 } as const, null, atLeast(0.9), null]
    expect(next(odd, { metrics: { value: 0.05 }, featureAdds: null })).toEqual({
      star: 4,
      needs: [need('value', 0.9, 0.05, null)],
    })
  })

  it('is none for a row whose ladder ends below, and for a deduction', () => {
    expect(next([null, atLeast(0.5), null, null, null], { metrics: { value: 0.7 } })).toBeNull()
    expect(next(stars, { metrics: { value: 0.1 }, kind: 'deduction' })).toBeNull()
  })
})

describe('whole features missing from a share', () => {
  const missing = (rule: StarRule, measured: Measured, featureAdds: MethodFacts['featureAdds'] = 'numerator') =>
    next([null, null, null, rule, null], { metrics: { value: measured }, featureAdds })?.needs[0]?.missing

  test.each<[string, StarRule, readonly [number, number], number | null]>([
    ['88 of 128 at 0.8: 102.4, so 103', atLeast(0.8), [88, 128], 15],
    ['exactly reached by a whole number: 0.8 of 5 is 4', atLeast(0.8), [3, 5], 1],
    ['more than: 85 of 100 is not more than 0.85', { op: '>', value: 0.85 }, [85, 100], 1],
    ['more than, from below: 0.5 of 10 is 5, so 6', { op: '>', value: 0.5 }, [2, 10], 4],
    ['a third of 3 is one: 1/3 rounds to the same 1e-9', atLeast(0.333333333), [0, 3], 1],
    ['0.07 of 100 is 7.000000000000001 in binary: 7, not 8', atLeast(0.07), [0, 100], 7],
    ['0.29 of 100 is 28.999999999999996 in binary: 29', atLeast(0.29), [0, 100], 29],
    ['more than 0.29 of 100: 30', { op: '>', value: 0.29 }, [0, 100], 30],
    ['nothing yet: one of ten', atLeast(0.1), [0, 10], 1],
    ['all of them', atLeast(1), [9, 10], 1],
    ['no number of them is more than all', { op: '>', value: 1 }, [9, 10], null],
  ])('%s', (_, rule, measured, wanted) => {
    expect(missing(rule, measured)).toBe(wanted)
  })

  it('is null where the share is not one of features, has no parts, or must fall', () => {
    expect(missing(atLeast(0.8), [5, 10], null)).toBeNull()
    expect(missing(atLeast(0.8), 0.5)).toBeNull()
    expect(missing({ op: '<=', value: 0.3 }, [5, 10])).toBeNull()
    expect(missing({ op: '==', value: 1 }, [5, 10])).toBeNull()
  })
})

describe('whole features missing from a count', () => {
  const missing = (rule: StarRule, value: number) =>
    next([rule, null, null, null, null], { metrics: { value }, featureAdds: 'value' })?.needs[0]?.missing

  test.each<[string, StarRule, number, number]>([
    ['40 of 100 wanted', atLeast(100), 40, 60],
    ['0 of 1', atLeast(1), 0, 1],
    ['more than 1000 takes 1001', { op: '>', value: 1000 }, 1000, 1],
    ['at least 2.5 takes 3', atLeast(2.5), 1, 2],
  ])('%s', (_, rule, value, wanted) => {
    expect(missing(rule, value)).toBe(wanted)
  })

  it('is not bounded by a denominator', () => {
    // 3 of 5 count; 9 wanted: the other two of these five are not enough, four more are to be had elsewhere.
    const stars = [atLeast(9), null, null, null, null]
    const values = { metrics: { value: 3 }, items: {} }
    const result = { value: 3, numerator: 3, denominator: 5, excluded: 0, reasons: {}, dataTime: null } as const
    const state = {
      rating: rateRow({ kind: 'count', stars }, values),
      values,
      metrics: { value: { ...result, known: 'measured' } as const },
      featureAdds: () => 'value' as const,
    }
    expect(nextStar({ stars }, state)?.needs[0]?.missing).toBe(6)
  })
})

describe('all, any and checklists', () => {
  it('lists of `all` only what does not hold, in order, each metric with its own numbers', () => {
    const rule: StarRule = { op: 'all', of: [atLeast(0.5), atLeast(0.5, 'b'), atLeast(0.9, 'c')] }
    const metrics = { value: [6, 10], b: [4, 10], c: [1, 10] } as const
    expect(next([null, null, null, rule, null], { metrics })).toEqual({
      star: 4,
      needs: [need('b', 0.5, 0.4, 1), need('c', 0.9, 0.1, 8)],
    })
  })

  const anyOf = (of: readonly StarRule[], known: Known) =>
    next([{ op: 'any', of }, null, null, null, null], known)?.needs

  it('takes of `any` the alternative with the fewest needs, though another is nearer', () => {
    // Two needs of a tenth each against one of nine tenths.
    const both: StarRule = { op: 'all', of: [atLeast(1, 'b'), atLeast(1, 'c')] }
    const known: Known = { metrics: { value: [1, 10], b: [9, 10], c: [9, 10] } }
    expect(anyOf([both, atLeast(1)], known)).toEqual([need('value', 1, 0.1, 9)])
    expect(anyOf([atLeast(1), both], known)).toEqual([need('value', 1, 0.1, 9)])
  })

  it('then the least relative distance, not the least difference', () => {
    // 90 of 100 is a tenth short by 10; 0.5 of 0.8 is three eighths short by 0.3.
    const known: Known = { metrics: { count: 90, rate: 0.5 }, featureAdds: null }
    const wanted = [need('count', 100, 90, null)]
    expect(anyOf([atLeast(0.8, 'rate'), atLeast(100, 'count')], known)).toEqual(wanted)
    expect(anyOf([atLeast(100, 'count'), atLeast(0.8, 'rate')], known)).toEqual(wanted)
  })

  it('counts distance the same from above: at most 0.2 is nearer at 0.25 than at least 0.8 at 0.4', () => {
    // 0.05 / 0.2 = a quarter against 0.4 / 0.8 = a half.
    const most: StarRule = { op: '<=', value: 0.2, metric: 'rank' }
    const known: Known = { metrics: { value: 0.4, rank: 0.25 }, featureAdds: null }
    expect(anyOf([atLeast(0.8), most], known)).toEqual([
      { metric: 'rank', op: '<=', wanted: 0.2, have: 0.25, missing: null },
    ])
  })

  it('sums the distances of an alternative with several needs', () => {
    // 0.1 + 0.7 against 0.3 + 0.3: the first is the larger, though one of its needs is the smallest of all.
    const even: StarRule = { op: 'all', of: [atLeast(1, 'c'), atLeast(1, 'd')] }
    const known: Known = { metrics: { a: 0.9, b: 0.3, c: 0.7, d: 0.7 }, featureAdds: null }
    const wanted = [need('c', 1, 0.7, null), need('d', 1, 0.7, null)]
    expect(anyOf([{ op: 'all', of: [atLeast(1, 'a'), atLeast(1, 'b')] }, even], known)).toEqual(wanted)
    expect(anyOf([{ op: 'all', of: [atLeast(1, 'b'), atLeast(1, 'a')] }, even], known)).toEqual(wanted)
  })

  it('takes the first of equals, and a yes or no as a distance of one', () => {
    const known: Known = { metrics: { a: 0.5, b: 0.5, plan: false }, featureAdds: null }
    expect(anyOf([atLeast(1, 'b'), atLeast(1, 'a')], known)).toEqual([need('b', 1, 0.5, null)])
    const plan: StarRule = { op: '==', value: true, metric: 'plan' }
    expect(anyOf([plan, atLeast(1, 'a')], known)).toEqual([need('a', 1, 0.5, null)])
    // From 0.5 to 3 is five sixths, to -1 three halves.
    expect(anyOf([atLeast(3, 'a'), plan], known)).toEqual([need('a', 3, 0.5, null)])
    expect(anyOf([plan, { op: '<=', value: -1, metric: 'a' }], known)).toEqual([
      { metric: 'plan', op: '==', wanted: true, have: false, missing: null },
    ])
  })

  it('measures distance from 0, and from below it', () => {
    const most = (value: number, metric: string): StarRule => ({ op: '<=', value, metric })
    const known: Known = { metrics: { a: 5, b: 1, plan: false, low: -0.5 }, featureAdds: null }
    expect(anyOf([most(0, 'a'), most(0, 'b')], known)?.[0]?.metric).toBe('b')
    // From -0.5 to -1 is a half.
    expect(anyOf([{ op: '==', value: true, metric: 'plan' }, most(-1, 'low')], known)?.[0]?.metric).toBe('low')
  })

  it('asks nothing of an `any` that holds inside an `all`', () => {
    const rule: StarRule = { op: 'all', of: [{ op: 'any', of: [atLeast(0.9), atLeast(0.5, 'b')] }, atLeast(1, 'c')] }
    const known: Known = { metrics: { value: 0.1, b: 0.5, c: 0.9 }, featureAdds: null }
    expect(next([rule, null, null, null, null], known)?.needs).toEqual([need('c', 1, 0.9, null)])
  })

  it('lists the items still to come, whether false or not reported', () => {
    const stars: Stars = [
      { op: 'checklist', require: ['plan'] },
      { op: 'checklist', require: ['plan', 'budget', 'staff', 'rules'] },
      null,
      null,
      null,
    ]
    const items = { plan: true, budget: false, staff: true, rules: false }
    const item = (metric: string, have: boolean | null) => ({ metric, op: 'item', wanted: true, have, missing: null })
    expect(next(stars, { items })).toEqual({ star: 2, needs: [item('budget', false), item('rules', false)] })
    // The rating says below the lowest; what was not reported is listed as such.
    const values = { metrics: {}, items: { plan: true, budget: null, rules: false } }
    const state = { rating: { star: 1, status: 'ok' } as const, values, metrics: {}, featureAdds: () => null }
    expect(nextStar({ stars }, state)?.needs).toEqual([item('budget', null), item('staff', null), item('rules', false)])
  })

  const stars: Stars = [atLeast(0.8), null, null, null, null]
  const below = { star: null, status: 'below_lowest' } as const
  const rest = { excluded: 0, reasons: {}, dataTime: null } as const

  it.each(['value', 'numerator'] as const)(
    'says that a metric has no value yet, and counts nothing: a feature adds to its %s',
    (adds) => {
      const value = { ...rest, value: null, numerator: 1, denominator: 10, known: 'unknown' } as const
      const values = { metrics: { value: null }, items: {} }
      for (const metrics of [{}, { value }]) {
        const state = { rating: below, values, metrics, featureAdds: () => adds }
        expect(nextStar({ stars }, state)).toEqual({ star: 1, needs: [need('value', 0.8, null, null)] })
      }
    },
  )

  it('counts nothing for a share that was reported without its numerator', () => {
    const value = { ...rest, value: 0.5, numerator: null, denominator: 10, known: 'reported' } as const
    const values = { metrics: { value: 0.5 }, items: {} }
    const state = { rating: below, values, metrics: { value }, featureAdds: () => 'numerator' as const }
    expect(nextStar({ stars }, state)?.needs).toEqual([need('value', 0.8, 0.5, null)])
  })
})
