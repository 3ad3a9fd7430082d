import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { feature, feed, input, point, rectangle, row } from '#tests/city/evaluationInput.ts'
import type { CityFeature } from '../model/feature'
import type { MetricDefinition } from '../model/metricDefinition'
import { evaluate } from './evaluate'
import { explain } from './explain'
import { readyAhead } from './readyAhead'

const area: MetricDefinition = { method: 'area', region: 'region', by: 'zones' }
const covered: MetricDefinition = { method: 'covered', subjects: 'region', by: 'zones', threshold: 0.4 }

/** A disc of 700 corners, 0.01 degrees across each way. */
function round(id: string, x: number, y: number): CityFeature {
  const ring = Array.from({ length: 700 }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / 700
    return [x + 0.01 * Math.cos(angle), y + 0.01 * Math.sin(angle)]
  })
  return feature(id, { type: 'Polygon', coordinates: [[...ring, ring[0]!]] })
}

/** New objects each time: what is made ready is remembered by object. */
const feeds = () => [
  feed('region', [round('a', 117, 35), round('b', 117.03, 35), feature('c', rectangle(117, 35.1, 117.01, 35.11))]),
  feed('zones', [
    round('z', 117.01, 35.005),
    feature('p', point(117, 35), {}, { radius: 0, azimuth: null, beamwidth: null }),
  ]),
  feed('scopes', [round('s', 117.005, 35)]),
  feed('other', [round('o', 117, 35)]),
]
const scopes = [{ id: 'all', feed: 'scopes' }]

describe('what an evaluation needs, made ready ahead', () => {
  it('is a step for each polygon of many corners in the feeds of the rows, the scope included, once', () => {
    const wanted = input({ value: area }, feeds(), { scopes, scope: 'all' })
    // a and b, z, s: neither the rectangle nor the feed that no row reads.
    expect([...readyAhead(wanted)]).toHaveLength(4)
    expect([...readyAhead(wanted)]).toHaveLength(0)
    expect([...readyAhead(input({ value: area }, feeds()))]).toHaveLength(3)
  })

  it('is only that of the rows wanted', () => {
    const standard = { ...input({ value: area }, feeds()).standard, rows: [row(), row({ id: 'second' })] }
    expect([...readyAhead({ ...input({ value: area }, feeds()), standard, only: ['second'] })]).toHaveLength(0)
  })

  it('changes no result', () => {
    for (const definition of [area, covered]) {
      for (const scope of [null, 'all']) {
        const plain = input({ value: definition }, feeds(), { scopes, scope })
        const ahead = input({ value: definition }, feeds(), { scopes, scope })
        for (const _ of readyAhead(ahead));
        expect(evaluate(ahead)).toEqual(evaluate(plain))
        expect(explain(ahead, 'row', 'value')).toEqual(explain(plain, 'row', 'value'))
      }
    }
  })
})
