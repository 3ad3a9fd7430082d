import { describe, expect, it } from 'vitest'
import { feature, feed, input, point, row } from '#tests/city/evaluationInput.ts'
import type { MetricDefinition } from '../../model/metricDefinition'
import { evaluate } from '../evaluate'
import { explain } from '../explain'

const things = feed(
  'things',
  [1, 2, 3, 4].map((n) => feature(`t${n}`, point(117, 35), { n })),
  { asOf: 7 },
)
const upTo = (n: number): MetricDefinition => ({ method: 'share', of: 'things', match: ['<=', ['get', 'n'], n] })
const parts = { air: upTo(1), water: upTo(2), noise: upTo(4) } // 0.25, 0.5, 1

function combined(definition: MetricDefinition, weights?: Record<string, number>) {
  const standardRow = row(weights ? { weights } : {})
  return evaluate(input({ value: definition, ...parts }, [things], { row: standardRow })).indicators[0]!.metrics.value!
}

describe('combine', () => {
  const of = ['air', 'water', 'noise']

  it('takes the least, the mean, the weighted mean', () => {
    expect(combined({ method: 'combine', how: 'min', of }).value).toBe(0.25)
    expect(combined({ method: 'combine', how: 'mean', of }).value).toBe(0.583333333) // 1.75 / 3
    // 0.4 · 0.25 + 0.4 · 0.5 + 0.2 · 1
    const weighted = combined({ method: 'combine', how: 'weighted', of, weights: { air: 0.4, water: 0.4, noise: 0.2 } })
    expect(weighted).toMatchObject({ value: 0.5, known: 'measured', dataTime: 7 })
    // (1 · 0.25 + 3 · 1) / 4
    expect(
      combined({ method: 'combine', how: 'weighted', of: ['air', 'noise'], weights: { air: 1, noise: 3 } }).value,
    ).toBe(0.8125)
  })

  it('falls back on the weights of the standard', () => {
    const definition: MetricDefinition = { method: 'combine', how: 'weighted', of }
    expect(combined(definition, { air: 1, water: 0, noise: 1 }).value).toBe(0.625)
    expect(combined(definition)).toMatchObject({ value: null, why: 'no-weights:air' })
  })

  it('is unknown when a part is, or is itself', () => {
    const missing = combined({ method: 'combine', how: 'min', of: ['air', 'soil'] })
    expect(missing).toMatchObject({ value: null, why: 'unknown-metric:soil' })
    expect(combined({ method: 'combine', how: 'min', of: ['value'] })).toMatchObject({
      value: null,
      why: 'cycle:value',
    })
  })

  it('shows the features of all its parts', () => {
    const definition: MetricDefinition = { method: 'combine', how: 'min', of: ['air', 'water'] }
    const { subjects } = explain(input({ value: definition, ...parts }, [things]), 'row', 'value')
    expect(subjects).toHaveLength(8)
  })
})
