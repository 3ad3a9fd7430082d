import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { feature, feed, input, line, point, rectangle } from '#tests/city/evaluationInput.ts'
import { boundsOf } from '../geo/boundsOf'
import type { CityFeature } from '../model/feature'
import type { MetricDefinition } from '../model/metricDefinition'
import { evaluate } from './evaluate'
import { type EvaluationMemory, evaluationMemory } from './evaluationMemory'
import { explain, metricsBehind } from './explain'

const covered: MetricDefinition = { method: 'covered', subjects: 'areas', by: 'sites', threshold: 0.4 }
const area: MetricDefinition = { method: 'area', region: 'areas', by: 'sites' }
const near: MetricDefinition = { method: 'near', subjects: 'sites', by: 'sites', metres: 150 }
const share: MetricDefinition = { method: 'share', of: 'sites', match: ['==', ['get', 'on'], true], within: 'areas' }

interface Site {
  readonly slot: number
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly azimuth: number | null
  readonly on: boolean
}

const site: fc.Arbitrary<Site> = fc.record({
  slot: fc.integer({ min: 0, max: 11 }),
  // A lattice of about 90 by 110 metres, so that co-located and touching footprints are common.
  x: fc.integer({ min: 0, max: 10 }),
  y: fc.integer({ min: 0, max: 10 }),
  radius: fc.constantFrom(0, 110, 220, 300),
  azimuth: fc.option(fc.constantFrom(0, 30, 90, 180, 270)),
  on: fc.boolean(),
})

const areas: readonly CityFeature[] = [
  feature('a', rectangle(117.001, 35.001, 117.004, 35.004)),
  feature('b', rectangle(117.0035, 35.0035, 117.009, 35.0075)),
  feature('c', rectangle(117.02, 35.02, 117.03, 35.03)),
  feature('d', line([117, 35.002], [117.01, 35.003])),
  feature('e', point(117.005, 35.005)),
]

function siteFeature({ slot, x, y, radius, azimuth, on }: Site): CityFeature {
  return feature(
    `s${slot}`,
    point(117 + x / 1000, 35 + y / 1000),
    { on },
    { radius, azimuth, beamwidth: azimuth === null ? null : 120 },
  )
}

describe('evaluation with memory', () => {
  it('gives the bits of a full run over any sequence of edits', () => {
    // An edit puts a site in a slot, takes it out when it repeats the one before, or moves a subject.
    fc.assert(
      fc.property(fc.array(fc.tuple(site, fc.boolean()), { minLength: 1, maxLength: 14 }), (edits) => {
        const memory = evaluationMemory()
        const sites = new Map<number, CityFeature>()
        const subjects = [...areas]
        for (const [next, leave] of edits) {
          if (leave) sites.delete(next.slot)
          else sites.set(next.slot, siteFeature(next))
          if (next.on) subjects[0] = feature('a', rectangle(117.001, 35.001, 117.004 + next.x / 5000, 35.004))
          const feeds = [feed('areas', [...subjects]), feed('sites', [...sites.values()])]
          const city = input({ value: covered, area, near, share }, feeds, { bounds: [116.9, 34.9, 117.1, 35.1] })
          expect(JSON.stringify(evaluate(city, memory))).toBe(JSON.stringify(evaluate(city)))
          expect(JSON.stringify(explain(city, 'row', 'value', memory))).toBe(
            JSON.stringify(explain(city, 'row', 'value')),
          )
        }
      }),
      { numRuns: 40 },
    )
  })

  it('measures again only the subjects a change touches', () => {
    const memory = evaluationMemory()
    const asked: string[] = []
    const coversOf = memory.covers
    vi.spyOn(memory, 'covers').mockImplementation((...question) => {
      const set = coversOf(...question)
      const { coverPolygon } = set
      if (vi.isMockFunction(coverPolygon)) return set
      vi.spyOn(set, 'coverPolygon').mockImplementation((subject) => {
        asked.push(areas.find(({ geometry }) => geometry && subject.bounds.join() === boundsOf(geometry).join())!.id)
        return coverPolygon(subject)
      })
      return set
    })
    // Ten sites, so that one that moves is worked in: one on each of the areas a and b, the others far away.
    const at = (slot: number, x: number) => siteFeature({ slot, x, y: x, radius: 110, azimuth: null, on: true })
    const sites = [at(1, 2), at(2, 6), ...[3, 4, 5, 6, 7, 8, 9, 10].map((slot) => at(slot, 100 + slot))]
    const city = (now: readonly CityFeature[]) =>
      input({ value: covered }, [feed('areas', areas), feed('sites', now)], { bounds: [116.9, 34.9, 117.2, 35.2] })
    evaluate(city(sites), memory)
    expect(asked.sort()).toEqual(['a', 'b', 'c'])
    asked.length = 0
    // The very same features, in another list.
    evaluate(city([...sites]), memory)
    expect(asked).toEqual([])
    evaluate(city([at(1, 1), ...sites.slice(1)]), memory)
    expect(asked).toEqual(['a'])
  })

  it('draws of a world what covers there, whatever was asked of another world meanwhile', () => {
    const at = (slot: number) => siteFeature({ slot, x: slot, y: slot, radius: 110, azimuth: null, on: true })
    const [first, ...others] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(at)
    const world = (sites: readonly CityFeature[]) =>
      input({ value: covered, area }, [feed('areas', areas), feed('sites', sites)], {
        bounds: [116.9, 34.9, 117.1, 35.1],
      })
    // One site in ten is worked into the covers there are, for both metrics are by the same feed.
    const now = world([first!, ...others])
    const plan = world(others)
    const drawn = (city: typeof now, metric: string, memory: EvaluationMemory | null = null) =>
      JSON.stringify(explain(city, 'row', metric, memory))
    for (const [here, there] of [
      [now, plan],
      [plan, now],
    ] as const) {
      expect(drawn(here, 'value')).not.toBe(drawn(there, 'value'))
      for (const [asked, other] of [
        ['value', 'area'],
        ['area', 'value'],
      ] as const) {
        const memory = evaluationMemory()
        expect(drawn(here, asked, memory)).toBe(drawn(here, asked))
        expect(drawn(there, other, memory)).toBe(drawn(there, other))
        expect(drawn(here, asked, memory)).toBe(drawn(here, asked))
      }
      const memory = evaluationMemory()
      const late = metricsBehind(here, 'row', 'value', memory)[0].outcome
      expect(drawn(there, 'area', memory)).toBe(drawn(there, 'area'))
      expect(JSON.stringify(late.gaps)).toBe(JSON.stringify(explain(here, 'row', 'value').gaps.features))
    }
  })
})
