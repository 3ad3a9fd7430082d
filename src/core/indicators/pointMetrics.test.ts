import { describe, expect, it } from 'vitest'
import { feature, feed, input, line, point, rectangle } from '#tests/city/evaluationInput.ts'
import { destination } from '../geo/sphere'
import type { MetricDefinition } from '../model/metricDefinition'
import { evaluate } from './evaluate'
import { explain } from './explain'

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
