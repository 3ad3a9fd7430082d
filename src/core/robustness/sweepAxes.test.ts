import { describe, expect, test } from 'vitest'
import { feature, feed, input, line, point, row } from '#tests/city/evaluationInput.ts'
import { evaluate } from '../indicators/evaluate'
import { METHODS } from '../indicators/methods/methods'
import { registerMethods } from '../indicators/methods/metricMethod'
import type { EvaluateInput } from '../model/evaluation'
import type { StandardRow, StarRule } from '../model/standard'
import { atLeast, covered, disc, nameOf, square, sweep, swept } from './sweepFixture'

describe('which parameters are open', () => {
  const sites = feed('sites', [disc('s', 117.5, 35, 500)])
  const rules = { row: row({ stars: [atLeast(0.1), null, null, null, null] }) }
  const kinds = (given: EvaluateInput) => sweep(given).axes.map(nameOf)

  test('a threshold does nothing to points', () => {
    const points = feed('areas', [feature('p', point(117.5, 35))])
    expect(kinds(input({ value: covered() }, [points, sites], rules))).toEqual(['radius'])
  })

  test('a radius does nothing to polygons', () => {
    expect(kinds(input({ value: covered() }, [feed('areas', [square]), feed('sites', [square])], rules))).toEqual([
      'threshold',
    ])
  })

  test('lines have a threshold', () => {
    const lines = feed('areas', [feature('l', line([117.5, 35], [117.501, 35]))])
    expect(kinds(input({ value: covered() }, [lines, sites], rules))).toEqual(['radius', 'threshold'])
  })

  test('metrics that the star does not rest on are left as they are; parts of a combination are swept', () => {
    const metrics = {
      value: { method: 'combine', how: 'min', of: ['area'] },
      area: { method: 'area', region: 'areas', by: 'areas' },
      aside: covered(),
    } as const
    const { axes } = sweep(input(metrics, [feed('areas', [square]), sites], rules))
    expect(axes.map(({ axis }) => axis)).toEqual([
      {
        kind: 'parameter',
        name: 'tolerance',
        words: { zh: '缝隙容差', en: 'Gap tolerance' },
        as: 'forgiven',
        metrics: ['area'],
        base: 1e-6,
        values: [0, 1e-9, 1e-6, 1e-4, 1e-2],
      },
    ])
  })

  test('a radius does nothing to what is only near: no footprint is asked', () => {
    const homes = feed('homes', [feature('h', point(117.5, 35))])
    const near = { method: 'near', subjects: 'homes', by: 'sites', metres: 50 }
    expect(kinds(input({ value: near }, [homes, sites], rules))).toEqual(['metres'])
  })

  test('two methods may sweep parameters of one name each at its own values', () => {
    const strict = { ...METHODS.covered!, name: 'strict', parameters: { ...METHODS.covered!.parameters } }
    const { threshold } = strict.parameters
    if (threshold?.kind !== 'number') throw new Error(threshold?.kind)
    strict.parameters.threshold = { ...threshold, sweep: { values: [0.95, 0.99], cost: 'compare' } }
    const methods = registerMethods([...Object.values(METHODS), strict])
    const both: StarRule = { op: 'all', of: [atLeast(0), { op: '>=', metric: 'b', value: 0 }] }
    const given = input(
      { value: covered(0.5), b: { ...covered(0.95), method: 'strict' } },
      [feed('areas', [square]), sites],
      {
        row: row({ stars: [both, null, null, null, null] }),
      },
    )
    const result = swept({
      input: given,
      row: given.standard.rows[0]!,
      methods,
      evaluateRow: (each) => evaluate(each, null, methods).indicators[0]!,
    })
    const axes = result.kind === 'swept' ? result.axes.map(({ axis }) => axis) : []
    expect(axes.map((axis) => axis.kind !== 'scope' && [axis.name, axis.metrics, axis.values])).toEqual([
      ['radius', ['value', 'b'], [0.8, 0.9, 1, 1.1, 1.2]],
      ['threshold', ['value'], [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]],
      ['threshold', ['b'], [0.95, 0.99]],
    ])
  })

  test('metrics with the same base share an axis, others have their own', () => {
    const metrics = { value: covered(0.5), b: covered(0.5), c: covered(0.7) } as const
    const stars: StandardRow['stars'] = [
      { op: 'all', of: [atLeast(0), { ...atLeast(0), metric: 'b' }, { ...atLeast(0), metric: 'c' }] } as StarRule,
      null,
      null,
      null,
      null,
    ]
    const given = input(metrics, [feed('areas', [square]), sites], { row: row({ stars }) })
    expect(sweep(given).axes.map(({ axis }) => axis.kind !== 'scope' && [axis.name, axis.base, axis.metrics])).toEqual([
      ['radius', 1, ['value', 'b', 'c']],
      ['threshold', 0.5, ['value', 'b']],
      ['threshold', 0.7, ['c']],
    ])
  })
})
