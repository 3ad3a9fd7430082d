import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feature, feed, input, point, rectangle, row } from '#tests/city/evaluationInput.ts'
import type { MetricDefinition } from '../model/metricDefinition'
import { evaluate } from './evaluate'
import { explain } from './explain'

const covered: MetricDefinition = { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.8 }
const area = (id: string, x: number) => feature(id, rectangle(117 + x, 35, 117.001 + x, 35.001))
const site = (id: string, x: number) =>
  feature(id, point(117.0005 + x, 35.0005), {}, { radius: 300, azimuth: null, beamwidth: null })

describe('evaluate', () => {
  it('gives a row its star, parameters, data time and what the next star needs', () => {
    const standardRow = row({
      stars: [null, null, { op: '>=', value: 0.3 }, { op: '>=', value: 0.5 }, { op: '>=', value: 0.8 }],
    })
    const feeds = [
      feed('areas', [area('a', 0), area('b', 0.1), area('c', 0.2), area('d', 0.3)], { asOf: 20 }),
      feed('sites', [site('s', 0), site('t', 0.1)], { asOf: 10 }),
    ]
    expect(evaluate(input({ value: covered }, feeds, { row: standardRow }))).toEqual({
      scope: null,
      dataTime: 10,
      indicators: [
        {
          id: 'row',
          star: 4,
          status: 'ok',
          metrics: {
            value: {
              value: 0.5,
              numerator: 2,
              denominator: 4,
              excluded: 0,
              reasons: {},
              dataTime: 10,
              known: 'measured',
            },
          },
          parameters: { value: { threshold: 0.8 } },
          // 0.8 · 4 = 3.2, so all four: two more.
          next: { star: 5, needs: [{ metric: 'value', op: '>=', wanted: 0.8, have: 0.5, missing: 2 }] },
        },
      ],
    })
  })

  it('counts the features that a reported count lacks, but none of another unit', () => {
    const lacking = (unit: string) => {
      const standardRow = row({
        metrics: [{ id: 'value', name: { zh: '值' }, unit }],
        stars: [{ op: '>=', value: 5 }, null, null, null, null],
      })
      const told = feature('r', null, { indicator: 'row', metric: 'value', value: 3, date: '2026', source: 'x' })
      const all = input({}, [feed('told', [told], { record: 'reported' })], { row: standardRow })
      return evaluate(all).indicators[0]?.next?.needs[0]?.missing
    }
    expect([lacking('count'), lacking('CNY')]).toEqual([2, null])
  })

  it('lists every row of the standard, or only those wanted', () => {
    const standard = { source: { zh: '' }, rows: [row({ id: 'one' }), row({ id: 'two', order: 2 })] }
    const all = input({}, [], {})
    expect(evaluate({ ...all, standard }).indicators.map(({ id }) => id)).toEqual(['one', 'two'])
    expect(evaluate({ ...all, standard, only: ['two'] }).indicators.map(({ id }) => id)).toEqual(['two'])
  })

  it('does not depend on the order of features, and lists subjects by id', () => {
    const areas = ['b', 'a10', 'a9', 'B', '中'].map((id, index) => area(id, index / 10))
    const sites = [site('s', 0), site('t', 0.2)]
    const reference = explain(input({ value: covered }, [feed('areas', areas), feed('sites', sites)]), 'row', 'value')
    expect(reference.subjects.map(({ id }) => id)).toEqual(['B', 'a10', 'a9', 'b', '中'])
    fc.assert(
      fc.property(
        fc.shuffledSubarray(areas, { minLength: areas.length }),
        fc.shuffledSubarray([...sites, site('again', 0)], { minLength: 3 }),
        (someAreas, someSites) => {
          const feeds = [feed('areas', someAreas), feed('sites', someSites)]
          expect(explain(input({ value: covered }, feeds), 'row', 'value')).toEqual(reference)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('refuses to explain what is not there', () => {
    const all = input({ value: covered }, [])
    expect(() => explain(all, 'nothing', 'value')).toThrow('unknown indicator nothing')
    expect(() => explain(all, 'row', 'nothing')).toThrow('unknown metric row.nothing')
  })

  it('evaluates 130 areas under 600 discs and 2,500 sectors in seconds', () => {
    const place = (n: number, seed: number) => 117 + (((n * seed) % 997) / 997) * 0.09
    const areas = Array.from({ length: 130 }, (_, n) => {
      const [x, y] = [place(n, 331), place(n, 577) - 81.6]
      return feature(`a${n}`, rectangle(x, y, x + 0.004, y + 0.003))
    })
    const discs = Array.from({ length: 600 }, (_, n) =>
      feature(`d${n}`, point(place(n, 127), place(n, 457) - 81.6), {}, { radius: 250, azimuth: null, beamwidth: null }),
    )
    const sectors = Array.from({ length: 2500 }, (_, n) =>
      feature(`s${n}`, point(place(n, 211), place(n, 733) - 81.6), {}, { radius: 120, azimuth: n, beamwidth: 60 }),
    )
    const feeds = [feed('areas', areas), feed('sites', discs), feed('cameras', sectors)]
    const metrics = { value: covered, cameras: { ...covered, by: 'cameras' } }
    const { metrics: results } = evaluate(input(metrics, feeds)).indicators[0]!
    expect(results.value?.denominator).toBe(130)
    expect(results.value!.numerator!).toBeGreaterThan(results.cameras!.numerator!)
  }, 20_000)
})
