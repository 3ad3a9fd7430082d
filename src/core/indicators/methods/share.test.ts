import { describe, expect, it } from 'vitest'
import { feature, feed, input, point, rectangle } from '#tests/city/evaluationInput.ts'
import type { MetricDefinition } from '../../model/metricDefinition'
import { evaluate } from '../evaluate'

function metric(definition: MetricDefinition, feeds: Parameters<typeof input>[1], rest?: Parameters<typeof input>[2]) {
  return evaluate(input({ value: definition }, feeds, rest)).indicators[0]!.metrics.value!
}

describe('share and count', () => {
  const cameras = feed('cameras', [
    feature('a', point(117.01, 35.01), { ok: true }),
    feature('b', point(117.02, 35.02), { ok: false }),
    feature('c', point(117.03, 35.03), {}),
    feature('d', point(117.5, 35.5), { ok: true }),
    feature('e', null, { ok: true }),
  ])
  const share: MetricDefinition = { method: 'share', of: 'cameras', match: ['boolean', ['get', 'ok']] }

  it('counts matches over features, the unknown excluded, those without place too when there is no scope', () => {
    // a, d, e match; b does not; c gives no boolean.
    expect(metric(share, [cameras])).toEqual({
      value: 0.75,
      numerator: 3,
      denominator: 4,
      excluded: 1,
      reasons: { 'unknown:match': 1 },
      dataTime: null,
      known: 'measured',
    })
  })

  it('counts a feature once within overlapping areas, and not at all outside them', () => {
    const areas = feed('areas', [
      feature('1', rectangle(117, 35, 117.04, 35.04)),
      feature('2', rectangle(117, 35, 117.015, 35.04)),
    ])
    // a (in both areas) and b are inside, c is inside but unknown; d is outside and e has no place.
    expect(metric({ ...share, within: 'areas' }, [cameras, areas])).toMatchObject({
      value: 0.5,
      numerator: 1,
      denominator: 2,
      excluded: 1,
    })
  })

  it('tells "known" from broken', () => {
    const match = ['==', ['get', 'ok'], true]
    expect(metric({ ...share, match }, [cameras])).toMatchObject({ numerator: 3, denominator: 5, excluded: 0 })
    expect(metric({ ...share, match, known: ['has', 'ok'] }, [cameras])).toMatchObject({
      numerator: 3,
      denominator: 4,
      reasons: { 'unknown:known': 1 },
    })
  })

  it('counts', () => {
    const count: MetricDefinition = { method: 'count', of: 'cameras', match: ['==', ['get', 'ok'], true] }
    expect(metric(count, [cameras])).toMatchObject({ value: 3, numerator: 3, denominator: 5 })
    expect(metric({ method: 'count', of: 'cameras' }, [cameras])).toMatchObject({ value: 5, denominator: 5 })
    expect(metric(count, [feed('cameras', [])])).toMatchObject({ value: null, why: 'denominator-0' })
  })
})
