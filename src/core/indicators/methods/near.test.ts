import { describe, expect, it } from 'vitest'
import { feature, feed, input, line, point, rectangle } from '#tests/city/evaluationInput.ts'
import { destination } from '../../geo/sphere'
import type { MetricDefinition } from '../../model/metricDefinition'
import { evaluate } from '../evaluate'
import { explain } from '../explain'

function metric(definition: MetricDefinition, feeds: Parameters<typeof input>[1], rest?: Parameters<typeof input>[2]) {
  return evaluate(input({ value: definition }, feeds, rest)).indicators[0]!.metrics.value!
}

const at = (bearing: number, metres: number) => {
  const [longitude, latitude] = destination([117, 35.4], bearing, metres)
  return point(longitude!, latitude!)
}

describe('near', () => {
  const near: MetricDefinition = { method: 'near', subjects: 'stops', by: 'signs', metres: 50 }

  it('counts subjects with a point within the distance, which is included', () => {
    const stops = feed('stops', [
      feature('a', at(0, 0)),
      feature('b', at(90, 100.002)),
      feature('c', at(90, 99.999)),
      feature('d', at(0, 5000)),
    ])
    // The sign stands 50 m east of a: 50 m from a, 50.002 m from b, 49.999 m from c.
    const feeds = [stops, feed('signs', [feature('sign', at(90, 50)), feature('other', at(180, 9000))])]
    expect(metric(near, feeds)).toMatchObject({ value: 0.5, numerator: 2, denominator: 4 })
    const { subjects, gaps } = explain(input({ value: near }, feeds), 'row', 'value')
    expect(subjects.map(({ id, value }) => [id, value])).toEqual([
      ['a', 50],
      ['b', null],
      ['c', 49.999],
      ['d', null],
    ])
    expect(gaps.features.map((gap) => gap.properties?.subject)).toEqual(['b', 'd'])
  })

  it('excludes subjects that are no points, and refuses such `by`', () => {
    const areas = feed('stops', [feature('a', at(0, 0)), feature('area', rectangle(117, 35, 117.1, 35.1))])
    const signs = feed('signs', [feature('sign', at(0, 10))])
    expect(metric(near, [areas, signs])).toMatchObject({ value: 1, excluded: 1, reasons: { 'not-a-point': 1 } })
    const streets = feed('signs', [feature('street', line([117, 35], [117.1, 35]))])
    expect(metric(near, [areas, streets])).toMatchObject({ value: null, why: 'not-points:signs' })
    expect(metric(near, [areas, feed('signs', [])]).value).toBe(0)
  })
})
