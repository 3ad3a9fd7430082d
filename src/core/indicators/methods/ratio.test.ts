import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feature, feed, input, point, rectangle } from '#tests/city/evaluationInput.ts'
import type { MetricDefinition } from '../../model/metricDefinition'
import { evaluate } from '../evaluate'
import { explain } from '../explain'
import { applyOverrides } from '../overrides'

const ratio: MetricDefinition = { method: 'ratio', of: 'estates', part: ['get', 'fibre'], whole: ['get', 'homes'] }

function metric(definition: MetricDefinition, feeds: Parameters<typeof input>[1], rest?: Parameters<typeof input>[2]) {
  return evaluate(input({ value: definition }, feeds, rest)).indicators[0]!.metrics.value!
}

const estates = feed('estates', [
  feature('a', point(117.01, 35.01), { fibre: 30, homes: 40, old: false }),
  feature('b', point(117.02, 35.02), { fibre: 10, homes: 10, old: true }),
  feature('c', point(117.03, 35.03), { fibre: 20, homes: 50 }),
  feature('d', point(117.3, 35.3), { fibre: 0, homes: 20, old: false }),
  feature('e', point(117.04, 35.04), { fibre: 0, homes: 0, old: true }),
])

describe('ratio', () => {
  it('divides the sums, not the mean of shares: (30 + 10 + 20 + 0 + 0) / (40 + 10 + 50 + 20 + 0)', () => {
    expect(metric(ratio, [estates])).toEqual({
      value: 0.5,
      numerator: 60,
      denominator: 120,
      excluded: 0,
      reasons: {},
      dataTime: null,
      known: 'measured',
    })
  })

  it('lists each feature with its own ratio; one without a whole has none', () => {
    const { subjects } = explain(input({ value: ratio }, [estates]), 'row', 'value')
    expect(subjects.map(({ id, state, value }) => [id, state, value])).toEqual([
      ['a', 'uncovered', 0.75],
      ['b', 'covered', 1],
      ['c', 'uncovered', 0.4],
      ['d', 'uncovered', 0],
      ['e', 'covered', null],
    ])
  })

  it('follows scope, where and known', () => {
    const scopes = [{ id: 'town', feed: 'towns' }]
    const town = feed('towns', [feature('t', rectangle(117, 35, 117.1, 35.1))])
    // Without d: 60 / 100.
    expect(metric(ratio, [estates, town], { scopes, scope: 'town' })).toMatchObject({ value: 0.6, denominator: 100 })
    // a and d are not old, c does not say: 30 / 60.
    const where = ['boolean', ['get', 'old']]
    expect(metric({ ...ratio, where: ['!', where] }, [estates])).toMatchObject({
      value: 0.5,
      denominator: 60,
      reasons: { 'unknown:where': 1 },
    })
    expect(metric({ ...ratio, known: ['has', 'old'] }, [estates])).toMatchObject({
      numerator: 40,
      denominator: 70,
      reasons: { 'unknown:known': 1 },
    })
  })

  it('keeps out of both sums what is no number from 0, and parts above their whole', () => {
    const odd = feed('estates', [
      feature('good', null, { fibre: 1, homes: 4 }),
      feature('text', null, { fibre: '7', homes: 10 }),
      feature('negative', null, { fibre: -1, homes: 10 }),
      feature('none', null, { homes: 10 }),
      feature('no-whole', null, { fibre: 1 }),
      feature('negative-whole', null, { fibre: 0, homes: -2 }),
      feature('over', null, { fibre: 11, homes: 10 }),
    ])
    expect(metric(ratio, [odd])).toMatchObject({
      value: 0.25,
      numerator: 1,
      denominator: 4,
      excluded: 6,
      reasons: { 'part-over-whole': 1, 'unknown:part': 3, 'unknown:whole': 2 },
    })
  })

  it('computes what it adds: the part may be any expression', () => {
    const part = ['-', ['get', 'homes'], ['get', 'fibre']]
    // 10 + 0 + 30 + 20 + 0 of 120.
    expect(metric({ ...ratio, part }, [estates])).toMatchObject({ value: 0.5, numerator: 60 })
  })

  it('is unknown when nothing is there to divide by', () => {
    expect(metric(ratio, [feed('estates', [])])).toMatchObject({ value: null, why: 'denominator-0', known: 'unknown' })
    const empty = feed('estates', [feature('e', null, { fibre: 0, homes: 0 })])
    expect(metric(ratio, [empty])).toMatchObject({ value: null, why: 'denominator-0', denominator: 0 })
  })

  it('lies from 0 to 1, and does not depend on the order of features', () => {
    const estate = fc.tuple(fc.nat(1000), fc.nat(1000))
    fc.assert(
      fc.property(fc.array(estate, { minLength: 1, maxLength: 20 }), (pairs) => {
        const features = pairs.map(([homes, fibre], index) => feature(`e${index}`, null, { homes, fibre }))
        const { value } = metric(ratio, [feed('estates', features)])
        expect(metric(ratio, [feed('estates', features.toReversed())]).value).toBe(value)
        if (value !== null) expect(Number(value) >= 0 && Number(value) <= 1).toBe(true)
      }),
    )
  })

  it('takes expressions as overrides, and refuses what is none', () => {
    const indicators = [{ id: 'row', metrics: { value: ratio } }]
    const set = (parameter: string, value: unknown) =>
      applyOverrides(indicators, [{ indicator: 'row', metric: null, parameter, value }])
    expect(set('part', ['get', 'homes'])).toMatchObject({
      ok: true,
      indicators: [{ metrics: { value: { part: ['get', 'homes'] } } }],
    })
    expect(set('whole', ['no-such-operator'])).toMatchObject({ ok: false, faults: [{ code: 'invalid-value' }] })
    expect(set('threshold', 0.5)).toMatchObject({ ok: false, faults: [{ code: 'unknown-parameter' }] })
  })
})
