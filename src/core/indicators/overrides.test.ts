import { describe, expect, it } from 'vitest'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { feature, feed, input, point, row } from '#tests/city/evaluationInput.ts'
import type { ParameterOverride } from '../model/evaluation'
import { evaluate } from './evaluate'
import { feedsOfIndicator, needsReported } from './metricFacts'
import { applyOverrides } from './overrides'

const indicators = deepFreeze([
  {
    id: 'one',
    metrics: {
      a: { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.5 },
      b: { method: 'covered', subjects: 'areas', by: 'cameras' },
      c: { method: 'near', subjects: 'stops', by: 'signs', metres: 50 },
    },
  },
  { id: 'two', metrics: { a: { method: 'share', of: 'cameras', match: true, within: 'areas' } } },
] as const)

function set(indicator: string, metric: string | null, parameter: string, value: unknown): ParameterOverride {
  return { indicator, metric, parameter, value }
}

function codes(...overrides: ParameterOverride[]) {
  const result = applyOverrides(indicators, overrides)
  return result.ok ? [] : result.faults.map(({ code, name }) => [code, name])
}

describe('applyOverrides', () => {
  it('sets every metric that has the parameter, or one', () => {
    const all = applyOverrides(indicators, [set('one', null, 'threshold', 0.8), set('one', 'b', 'threshold', 0.9)])
    expect(all.ok && all.indicators[0]?.metrics).toMatchObject({
      a: { threshold: 0.8 },
      b: { threshold: 0.9 },
      c: { metres: 50 },
    })
    expect(all.ok && Object.hasOwn(all.indicators[0]!.metrics.c!, 'threshold')).toBe(false)
  })

  it('names every fault', () => {
    expect(
      codes(
        set('three', null, 'threshold', 1),
        set('one', 'd', 'threshold', 1),
        set('one', 'c', 'threshold', 1),
        set('one', null, 'radius', 1),
        set('two', 'a', 'match', ['equals', 1]),
        set('one', null, 'threshold', 'much'),
        set('one', null, 'threshold', 1.5),
        set('one', 'c', 'metres', -1),
        set('one', 'toString', 'metres', 1),
      ),
    ).toEqual([
      ['unknown-indicator', 'three.threshold'],
      ['unknown-metric', 'one.d.threshold'],
      ['unknown-parameter', 'one.c.threshold'],
      ['unknown-parameter', 'one.radius'],
      ['invalid-value', 'two.a.match'],
      ['invalid-value', 'one.threshold'],
      ['invalid-value', 'one.threshold'],
      ['invalid-value', 'one.c.metres'],
      ['unknown-metric', 'one.toString.metres'],
    ])
  })

  it('changes numbers and is shown among the parameters', () => {
    const feeds = [feed('stops', [feature('a', point(117, 35))]), feed('signs', [feature('s', point(117, 35.0005))])]
    const definition = { value: { method: 'near', subjects: 'stops', by: 'signs', metres: 50 } } as const
    const run = (overrides: ParameterOverride[]) => evaluate(input(definition, feeds, { overrides })).indicators[0]!
    // 0.0005° of latitude are 55.6 m.
    expect(run([])).toMatchObject({ metrics: { value: { value: 0 } }, parameters: { value: { metres: 50 } } })
    expect(run([set('row', null, 'metres', 60)])).toMatchObject({
      metrics: { value: { value: 1 } },
      parameters: { value: { metres: 60 } },
    })
    expect(() => run([set('row', null, 'miles', 1)])).toThrow('row.miles: unknown parameter miles')
  })
})

describe('feeds and metrics', () => {
  const scopes = [{ id: 'town', feed: 'scopes' }]

  it('says which feeds an indicator reads', () => {
    expect(feedsOfIndicator(indicators[0]!, scopes)).toEqual(['areas', 'cameras', 'scopes', 'signs', 'sites', 'stops'])
    expect(feedsOfIndicator(indicators[1]!, [])).toEqual(['areas', 'cameras'])
    expect(feedsOfIndicator({ id: 'x', metrics: { a: { method: 'reported', feed: 'r' } } }, scopes)).toEqual(['r'])
  })

  it('says which rows need reports: those with a metric nobody measures, or a checklist', () => {
    const measured = row({ metrics: [{ id: 'a', name: { zh: '' }, unit: 'ratio' }] })
    expect(needsReported(measured, indicators[1])).toBe(false)
    expect(needsReported(measured, undefined)).toBe(true)
    expect(needsReported(row(), indicators[1])).toBe(true)
    expect(needsReported(row({ metrics: [], checklist: { fund: { zh: '' } } }), undefined)).toBe(true)
  })
})
