import { describe, expect, it } from 'vitest'
import { feature, feed, input, point } from '#tests/city/evaluationInput.ts'
import type { MetricDefinition } from '../../model/metricDefinition'
import { evaluate } from '../evaluate'

function metric(definition: MetricDefinition, feeds: Parameters<typeof input>[1], rest?: Parameters<typeof input>[2]) {
  return evaluate(input({ value: definition }, feeds, rest)).indicators[0]!.metrics.value!
}

describe('mean', () => {
  const samples = feed('samples', [
    feature('a', point(117, 35), { mbps: 10, road: 'x' }),
    feature('b', point(117, 35), { mbps: 20, road: 'x' }),
    feature('c', point(117, 35), { mbps: 60, road: 'y' }),
    feature('d', point(117, 35), { mbps: 'fast', road: 'y' }),
    feature('e', point(117, 35), { mbps: 30 }),
    feature('f', point(117, 35), {}),
  ])
  const mean: MetricDefinition = { method: 'mean', of: 'samples', value: ['get', 'mbps'] }

  it('divides the sum by the number of values: (10 + 20 + 60 + 30) / 4', () => {
    expect(metric(mean, [samples])).toMatchObject({
      value: 30,
      numerator: 120,
      denominator: 4,
      excluded: 2,
      reasons: { 'unknown:value': 2 },
    })
  })

  it('means the means of groups: (15 + 60) / 2, what has no group excluded', () => {
    expect(metric({ ...mean, groupBy: ['get', 'road'] }, [samples])).toMatchObject({
      value: 37.5,
      numerator: 75,
      denominator: 2,
      excluded: 3,
      reasons: { 'unknown:groupBy': 1, 'unknown:value': 2 },
    })
  })
})
