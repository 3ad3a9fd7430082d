import { describe, expect, it } from 'vitest'
import { feature, feed, input, line, point } from '#tests/city/evaluationInput.ts'
import type { MetricDefinition } from '../../model/metricDefinition'
import { evaluate } from '../evaluate'

function metric(definition: MetricDefinition, feeds: Parameters<typeof input>[1], rest?: Parameters<typeof input>[2]) {
  return evaluate(input({ value: definition }, feeds, rest)).indicators[0]!.metrics.value!
}

describe('length', () => {
  // Along a meridian, so that lengths are as differences of latitude: 1 : 2 : 3.
  const pipes = feed('pipes', [
    feature('a', line([117, 35], [117, 35.01]), { kind: 'water', smart: true }),
    feature('b', line([117, 35], [117, 35.02]), { kind: 'water', smart: false }),
    feature('c', line([117, 35], [117, 35.03]), { kind: 'gas', smart: true }),
    feature('d', line([117, 35], [117, 35.05]), { kind: 'gas' }),
    feature('e', point(117, 35), { kind: 'gas', smart: true }),
  ])
  const length: MetricDefinition = { method: 'length', of: 'pipes', match: ['boolean', ['get', 'smart']] }
  const degree = (6371008.8 * Math.PI) / 180
  const part = (id: string, weight: number) => ({ id, where: ['==', ['get', 'kind'], id], weight })

  it('divides lengths: (1 + 3) / (1 + 2 + 3)', () => {
    const result = metric(length, [pipes])
    expect(result).toMatchObject({ value: 0.666666667, excluded: 2, reasons: { 'not-a-line': 1, 'unknown:match': 1 } })
    expect(result.numerator).toBeCloseTo(0.04 * degree, 2)
    expect(result.denominator).toBeCloseTo(0.06 * degree, 2)
  })

  it('weighs parts: (2 · 1/3 + 1 · 1) / 3', () => {
    const result = metric({ ...length, parts: [part('water', 2), part('gas', 1)] }, [pipes])
    expect(result.value).toBe(0.555555556)
    expect(result.parts?.map(({ id, value }) => [id, value])).toEqual([
      ['water', 0.333333333],
      ['gas', 1],
    ])
    expect(result.parts?.[0]?.denominator).toBeCloseTo(0.03 * degree, 2)
  })

  it('is unknown when a part has no length', () => {
    const result = metric({ ...length, parts: [part('water', 1), part('steam', 1)] }, [pipes])
    expect(result).toMatchObject({ value: null, why: 'denominator-0:steam', known: 'unknown' })
    expect(result.parts?.[1]).toEqual({ id: 'steam', value: null, numerator: 0, denominator: 0 })
  })
})
