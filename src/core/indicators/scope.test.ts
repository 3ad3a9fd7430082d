import { describe, expect, it } from 'vitest'
import { feature, feed, input, line, point, rectangle } from '#tests/city/evaluationInput.ts'
import type { MetricDefinition } from '../model/metricDefinition'
import { evaluate } from './evaluate'

const scopes = [{ id: 'town', feed: 'scopes', where: ['==', ['get', 'kind'], 'town'] }]
const scopeFeed = feed(
  'scopes',
  [
    feature('west', rectangle(117, 35, 117.05, 35.1), { kind: 'town' }),
    feature('east', rectangle(117.05, 35, 117.1, 35.1), { kind: 'town' }),
    feature('other', rectangle(118, 35, 118.1, 35.1), { kind: 'zone' }),
  ],
  { asOf: 500 },
)
const count: MetricDefinition = { method: 'count', of: 'things' }

function inScope(...things: Parameters<typeof feature>[1][]) {
  const features = things.map((geometry, index) => feature(`f${index}`, geometry))
  const evaluation = evaluate(input({ value: count }, [feed('things', features), scopeFeed], { scopes, scope: 'town' }))
  return evaluation.indicators[0]!.metrics.value!
}

describe('scope', () => {
  it('holds points inside and on the edge', () => {
    expect(
      inScope(point(117.02, 35.05), point(117, 35.05), point(117.1, 35.1), point(117.05, 35.05), point(116.999, 35.05))
        .value,
    ).toBe(4)
    expect(inScope(point(118.05, 35.05)).value).toBeNull()
  })

  it('holds lines with more than half their length, over the union of its features', () => {
    expect(inScope(line([116.95, 35.05], [117.05, 35.05])).value).toBeNull() // exactly half
    expect(inScope(line([117.05, 35.05], [117.15, 35.05])).value).toBeNull() // exactly half, from the inside out
    expect(inScope(line([116.951, 35.05], [117.05, 35.05])).value).toBe(1)
    expect(inScope(line([117.02, 35.05], [117.08, 35.05])).value).toBe(1)
  })

  it('holds polygons with more than half their area', () => {
    expect(inScope(rectangle(116.95, 35.02, 117.05, 35.04)).value).toBeNull() // exactly half
    expect(inScope(rectangle(116.951, 35.02, 117.05, 35.04)).value).toBe(1)
    expect(inScope(rectangle(117.02, 35.02, 117.08, 35.04)).value).toBe(1)
  })

  it('leaves out what has no place', () => {
    expect(inScope(point(117.02, 35.05), null).value).toBe(1)
  })

  it('does not filter `by` or `within`', () => {
    const site = feature('site', point(117.1005, 35.05), {}, { radius: 300, azimuth: null, beamwidth: null })
    const subject = feature('s', point(117.099, 35.05))
    const covered: MetricDefinition = { method: 'covered', subjects: 'subjects', by: 'sites' }
    const feeds = [feed('subjects', [subject]), feed('sites', [site]), scopeFeed]
    const evaluation = evaluate(input({ value: covered }, feeds, { scopes, scope: 'town' }))
    expect(evaluation.indicators[0]!.metrics.value).toMatchObject({ value: 1, dataTime: 500 })
  })

  it('does not count what is out of scope as excluded', () => {
    const share: MetricDefinition = { method: 'share', of: 'things', match: ['boolean', ['get', 'ok']] }
    const things = feed('things', [feature('in', point(117.02, 35.05), { ok: true }), feature('out', point(119, 35))])
    const evaluation = evaluate(input({ value: share }, [things, scopeFeed], { scopes, scope: 'town' }))
    expect(evaluation.indicators[0]!.metrics.value).toMatchObject({ value: 1, denominator: 1, excluded: 0 })
  })

  it('makes measured metrics unknown when the scope cannot be had', () => {
    const things = feed('things', [feature('a', point(117.02, 35.05))])
    const why = (scope: string, scopeSource: Parameters<typeof input>[1][number], definitions = scopes) =>
      evaluate(input({ value: count }, [things, scopeSource], { scopes: definitions, scope })).indicators[0]!.metrics
        .value!.why
    expect(why('nowhere', scopeFeed)).toBe('unknown-scope:nowhere')
    expect(why('town', { id: 'scopes', error: 'gone' })).toBe('feed-unreadable:scopes')
    expect(why('town', feed('scopes', []))).toBe('empty-scope:town')
  })
})
