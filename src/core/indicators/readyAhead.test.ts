import type { Position } from 'geojson'
import { describe, expect, it, vi } from 'vitest'
import { feature, feed, input, point, rectangle, row } from '#tests/city/evaluationInput.ts'
import type { CityFeature } from '../model/feature'
import type { MetricDefinition } from '../model/metricDefinition'
import { evaluate } from './evaluate'
import { evaluationMemory } from './evaluationMemory'
import { explain } from './explain'
import { measureAhead, readyAhead } from './readyAhead'

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

describe('subjects measured ahead', () => {
  const areas = Array.from({ length: 7 }, (_, at) => round(`a${at}`, 117 + 0.03 * at, 35))
  const sites = Array.from({ length: 10 }, (_, at) =>
    feature(`s${at}`, point(117 + 0.02 * at, 35), {}, { radius: 800, azimuth: null, beamwidth: null }),
  )
  const world = (by: readonly CityFeature[], definition: MetricDefinition) =>
    input({ value: definition }, [feed('areas', areas), feed('sites', by)], { bounds: [116.9, 34.9, 117.3, 35.1] })
  const value: MetricDefinition = { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.4 }
  const region: MetricDefinition = { method: 'area', region: 'areas', by: 'sites' }

  it('are not measured by the evaluation again, nor at all once its outcome is known', () => {
    for (const definition of [value, region]) {
      const memory = evaluationMemory()
      const city = world(sites, definition)
      // Three rings of 700 corners make a step: two steps, and one subject left.
      const ahead = vi.spyOn(memory, 'coverage')
      expect([...measureAhead(city, memory, 'gaps')]).toHaveLength(2)
      expect(ahead.mock.calls.map(([, , subject]) => subject)).toEqual(areas)
      const found = ahead.mock.results.map(({ value: coverage }) => coverage)
      ahead.mockClear()
      explain(city, 'row', 'value', memory)
      expect(ahead.mock.results).toHaveLength(areas.length)
      for (const [at, { value: coverage }] of ahead.mock.results.entries()) expect(coverage).toBe(found[at])
      ahead.mockClear()
      expect([...measureAhead(city, memory, 'gaps')]).toHaveLength(0)
      expect(ahead).not.toHaveBeenCalled()
    }
  })

  it('of two worlds in turn are those of each', () => {
    for (const definition of [value, region]) {
      const memory = evaluationMemory()
      const worlds = [world(sites, definition), world(sites.slice(1), definition)]
      const steps = worlds.map((city) => measureAhead(city, memory, 'gaps'))
      while (steps.map((each) => each.next().done).includes(false));
      for (const city of worlds) {
        expect(JSON.stringify(explain(city, 'row', 'value', memory))).toBe(
          JSON.stringify(explain(city, 'row', 'value')),
        )
      }
    }
  })

  it('leave a metric that cannot be measured to the evaluation, which says why', () => {
    const bare = world([feature('s', point(117, 35))], value)
    const memory = evaluationMemory()
    expect([...measureAhead(bare, memory, 'none')]).toEqual([])
    expect(evaluate(bare, memory).indicators[0]?.metrics.value?.why).toBe('no-footprint:sites')
  })
})
