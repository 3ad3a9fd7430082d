import { describe, expect, it } from 'vitest'
import { feature, feed, input, line, point, rectangle } from '#tests/city/evaluationInput.ts'
import type { MetricDefinition } from '../../model/metricDefinition'
import { evaluate } from '../evaluate'
import { explain } from '../explain'

const covered: MetricDefinition = { method: 'covered', subjects: 'areas', by: 'sites' }
const disc = { radius: 300, azimuth: null, beamwidth: null }

function measured(
  definition: MetricDefinition,
  feeds: Parameters<typeof input>[1],
  rest?: Parameters<typeof input>[2],
) {
  return evaluate(input({ value: definition }, feeds, rest)).indicators[0]!.metrics.value!
}

// About 182 m by 222 m round the first site: held by its disc. The second lies 9 km east of it.
const near = feature('near', rectangle(116.999, 35.399, 117.001, 35.401))
const far = feature('far', rectangle(117.1, 35.4, 117.102, 35.402))
const site = feature('s1', point(117, 35.4), {}, disc)

describe('covered', () => {
  it('counts polygons covered: 1 of 2', () => {
    expect(measured(covered, [feed('areas', [near, far]), feed('sites', [site])])).toEqual({
      value: 0.5,
      numerator: 1,
      denominator: 2,
      excluded: 0,
      reasons: {},
      dataTime: null,
      known: 'measured',
    })
  })

  it('takes the threshold as at least, and exactly half as half', () => {
    const half = feature('half', rectangle(116.99, 35.3, 117, 35.5))
    const feeds = [feed('areas', [feature('a', rectangle(116.98, 35.3, 117, 35.5))]), feed('sites', [half])]
    expect(measured(covered, feeds).value).toBe(1)
    expect(measured({ ...covered, threshold: 0.5 }, feeds).value).toBe(1)
    expect(measured({ ...covered, threshold: 0.500000001 }, feeds).value).toBe(0)
  })

  it('judges points by membership and lines by length', () => {
    const areas = feed('areas', [
      feature('inside', point(117.001, 35.4)),
      feature('outside', point(117.1, 35.4)),
      // 300 m of 1,112 m are covered: 27 %.
      feature('line', line([117, 35.4], [117, 35.41])),
    ])
    const feeds = [areas, feed('sites', [site])]
    expect(measured(covered, feeds)).toMatchObject({ numerator: 1, denominator: 3 })
    expect(measured({ ...covered, threshold: 0.25 }, feeds)).toMatchObject({ numerator: 2, denominator: 3 })
    const { subjects, gaps } = explain(input({ value: covered }, feeds), 'row', 'value')
    expect(subjects.map(({ id, state, value }) => [id, state, value])).toEqual([
      ['inside', 'covered', 1],
      ['line', 'uncovered', expect.closeTo(300 / 1111.951, 5)],
      ['outside', 'uncovered', 0],
    ])
    expect(gaps.features.map((gap) => [gap.properties?.subject, gap.geometry.type, gap.properties?.area_m2])).toEqual([
      ['line', 'LineString', 0],
      ['outside', 'Point', 0],
    ])
    expect(gaps.features[0]?.properties?.length_m).toBeCloseTo(1111.951 - 300, 2)
  })

  it('takes polygons in `by` as their own footprint, beside points with theirs', () => {
    const sheet = feature('sheet', rectangle(117.09, 35.39, 117.11, 35.41))
    expect(measured(covered, [feed('areas', [near, far]), feed('sites', [site, sheet])]).value).toBe(1)
  })

  it('is unknown when a point in `by` has no footprint', () => {
    const bare = feature('bare', point(117, 35.4))
    expect(measured(covered, [feed('areas', [near]), feed('sites', [bare])])).toMatchObject({
      value: null,
      why: 'no-footprint:sites',
      known: 'unknown',
    })
  })

  it('excludes rings that do not say what is inside, with the reason', () => {
    const twice = feature('twice', {
      type: 'Polygon',
      coordinates: [
        [
          [117, 35.4],
          [117.002, 35.4],
          [117.002, 35.402],
          [117, 35.402],
          [117, 35.4],
          [117.001, 35.4],
          [117.001, 35.401],
          [117, 35.401],
          [117, 35.4],
        ],
      ],
    })
    const feeds = [feed('areas', [near, twice]), feed('sites', [site])]
    expect(measured(covered, feeds)).toMatchObject({ denominator: 1, excluded: 1, reasons: { 'ambiguous-ring': 1 } })
    const { subjects } = explain(input({ value: covered }, feeds), 'row', 'value')
    expect(subjects[1]).toMatchObject({ id: 'twice', state: 'excluded', reason: 'ambiguous-ring' })
  })

  it('filters with where and byWhere, excludes the unknown, and says why', () => {
    const areas = feed('areas', [
      feature('a', near.geometry, { pupils: 100, status: 1 }),
      feature('b', near.geometry, { pupils: 5, status: 1 }),
      feature('c', near.geometry, { status: 1 }),
      feature('d', near.geometry, { pupils: 100 }),
    ])
    const sites = feed('sites', [
      feature('s1', point(117, 35.4), { operator: 'x' }, disc),
      feature('s2', point(117, 35.4), { operator: 'y' }, disc),
    ])
    const definition: MetricDefinition = {
      ...covered,
      where: ['>', ['get', 'pupils'], 50],
      known: ['has', 'status'],
      byWhere: ['==', ['get', 'operator'], 'z'],
    }
    // a is counted; b is filtered away; c has no pupils; d has no status. No site is of operator z.
    expect(measured(definition, [areas, sites])).toMatchObject({
      numerator: 0,
      denominator: 1,
      excluded: 2,
      reasons: { 'unknown:known': 1, 'unknown:where': 1 },
    })
  })

  it('gives every counted subject with an uncovered part a gap, whether or not it passes', () => {
    const wide = feature('wide', rectangle(116.99, 35.399, 117.001, 35.401))
    const strip = feature('strip', rectangle(116.9905, 35.39, 117.1, 35.41)) // leaves 0.0005 of 0.011 degrees open
    const feeds = [feed('areas', [near, wide]), feed('sites', [site, strip])]
    const { result, gaps } = explain(input({ value: covered }, feeds), 'row', 'value')
    expect(result).toMatchObject({ numerator: 2, denominator: 2 })
    expect(gaps.features).toHaveLength(1)
    // R² Δλ Δ sin φ = 6371008.8² · 8.72665e-6 · (sin 35.401° − sin 35.399°) = 10,078 m²
    const radians = Math.PI / 180
    const byHand = 6371008.8 ** 2 * 0.0005 * radians * (Math.sin(35.401 * radians) - Math.sin(35.399 * radians))
    expect(gaps.features[0]?.properties).toEqual({
      subject: 'wide',
      indicator: 'row',
      metric: 'value',
      area_m2: expect.closeTo(byHand, 2),
    })
  })

  it('is unknown without subjects, never 0', () => {
    expect(measured(covered, [feed('areas', []), feed('sites', [site])])).toMatchObject({
      value: null,
      denominator: 0,
      why: 'denominator-0',
    })
  })

  it('says which feed cannot be read', () => {
    const broken = { id: 'sites', error: 'not JSON' }
    expect(measured(covered, [feed('areas', [near]), broken])).toMatchObject({
      value: null,
      numerator: null,
      why: 'feed-unreadable:sites',
    })
    expect(measured(covered, [feed('areas', [near])])).toMatchObject({ why: 'feed-unreadable:sites' })
  })

  it('dates the number by the oldest known time of its feeds', () => {
    const feeds = [feed('areas', [near], { asOf: 2000 }), feed('sites', [site], { asOf: 1000 })]
    expect(measured(covered, feeds).dataTime).toBe(1000)
    expect(measured(covered, [feed('areas', [near], { asOf: 2000 }), feed('sites', [site])]).dataTime).toBe(2000)
  })
})
