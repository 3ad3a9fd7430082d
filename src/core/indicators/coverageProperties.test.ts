import fc from 'fast-check'
import type { Geometry, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { feature, feed, input } from '#tests/city/evaluationInput.ts'
import type { Explanation } from '../model/evaluation'
import type { CityFeature } from '../model/feature'
import type { MetricDefinition } from '../model/metricDefinition'
import { explain } from './explain'

type Bounds = readonly [number, number, number, number]

const covered: MetricDefinition = { method: 'covered', subjects: 'areas', by: 'sites' }
const area: MetricDefinition = { method: 'area', region: 'areas', by: 'sites', tolerance: 0 }
const bounds: Bounds = [116.7, 35.1, 117.5, 35.6]

/** Both ways to measure the same areas by the same sites. */
function measured(areas: readonly CityFeature[], sites: readonly CityFeature[], around = bounds) {
  const city = input({ covered, area }, [feed('areas', areas), feed('sites', sites)], { bounds: around })
  return { covered: explain(city, 'row', 'covered'), area: explain(city, 'row', 'area') }
}

/** Shares of the subjects by id; the counted ones only. */
function shares({ subjects }: Explanation): Record<string, number | null> {
  return Object.fromEntries(subjects.filter(({ feed }) => feed === 'areas').map(({ id, value }) => [id, value]))
}

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true })

/** A star-shaped polygon of up to a kilometre across. */
const polygon = fc
  .tuple(degrees(117, 117.02), degrees(35.3, 35.32), fc.array(degrees(0.2, 1), { minLength: 4, maxLength: 9 }))
  .map(([x, y, reaches]): Position[] => {
    const ring = reaches.map((reach, k) => {
      const angle = (2 * Math.PI * k) / reaches.length
      return [x + 0.006 * reach * Math.cos(angle), y + 0.005 * reach * Math.sin(angle)]
    })
    return [...ring, ring[0]!]
  })

const site = fc.record({
  at: fc.tuple(degrees(116.995, 117.025), degrees(35.295, 35.325)),
  radius: fc.oneof(fc.constant(0), degrees(20, 1500)),
  azimuth: fc.option(degrees(0, 360)),
  beamwidth: fc.constantFrom(30, 65, 120, 180, 240),
})

const polygons = fc.array(polygon, { minLength: 1, maxLength: 4 })
const sites = fc.array(site, { maxLength: 10 })

function areaFeatures(rings: readonly Position[][], shift = 0): CityFeature[] {
  return rings.map((ring, index) =>
    feature(`a${index}`, { type: 'Polygon', coordinates: [ring.map(([x, y]) => [x! + shift, y!])] }),
  )
}

type Site = typeof site extends fc.Arbitrary<infer S> ? S : never

function siteFeature({ at, radius, azimuth, beamwidth }: Site, id: string, shift = 0): CityFeature {
  const geometry: Geometry = { type: 'Point', coordinates: [at[0] + shift, at[1]] }
  return feature(id, geometry, {}, { radius, azimuth, beamwidth: azimuth === null ? null : beamwidth })
}

const siteFeatures = (some: readonly Site[], shift = 0) =>
  some.map((each, index) => siteFeature(each, `s${index}`, shift))

describe('coverage of areas by footprints', () => {
  it('lies between 0 and 1, and area and covered agree on every subject', () => {
    fc.assert(
      fc.property(polygons, sites, (rings, some) => {
        const found = measured(areaFeatures(rings), siteFeatures(some))
        for (const { value } of [...found.covered.subjects, ...found.area.subjects]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
        }
        expect(shares(found.area)).toEqual(shares(found.covered))
      }),
      { numRuns: 60 },
    )
  })

  it('never falls when a site is added', () => {
    fc.assert(
      fc.property(polygons, sites, site, (rings, some, more) => {
        const areas = areaFeatures(rings)
        const before = shares(measured(areas, siteFeatures(some)).covered)
        const after = shares(measured(areas, siteFeatures([...some, more])).covered)
        for (const [id, share] of Object.entries(before)) expect(after[id]).toBeGreaterThanOrEqual(share! - 1e-9)
      }),
      { numRuns: 60 },
    )
  })

  it('does not ask for the order of sites, nor how often one is named', () => {
    fc.assert(
      fc.property(polygons, sites, (rings, some) => {
        const areas = areaFeatures(rings)
        const once = siteFeatures(some)
        const again = some.map((each, index) => siteFeature(each, `again${index}`))
        const plain = measured(areas, once)
        expect(measured(areas, once.toReversed()).covered).toEqual(plain.covered)
        expect(measured(areas, [...again, ...once]).covered).toEqual(plain.covered)
      }),
      { numRuns: 60 },
    )
  })

  it('is the same at another longitude, to 1e-9', () => {
    fc.assert(
      fc.property(polygons, sites, degrees(-10, 10), (rings, some, shift) => {
        const here = measured(areaFeatures(rings), siteFeatures(some))
        const moved: Bounds = [bounds[0] + shift, bounds[1], bounds[2] + shift, bounds[3]]
        const there = measured(areaFeatures(rings, shift), siteFeatures(some, shift), moved)
        const before = { ...shares(here.covered), whole: here.area.result.value as number }
        const after: Record<string, number | null> = {
          ...shares(there.covered),
          whole: there.area.result.value as number,
        }
        // Both are published to 1e-9: a difference below it may still show as one step.
        for (const [id, share] of Object.entries(before)) expect(Math.abs(after[id]! - share!)).toBeLessThan(1.01e-9)
      }),
      { numRuns: 60 },
    )
  })

  it('adds up over the two halves of a polygon that is split', () => {
    fc.assert(
      fc.property(polygon, sites, fc.nat(), fc.nat(), (ring, some, one, other) => {
        const corners = ring.length - 1
        const [from, to] = [one % corners, other % corners].sort((a, b) => a - b)
        fc.pre(to! - from! >= 2 && to! - from! <= corners - 2)
        const centre = [0, 1].map((k) => ring.slice(1).reduce((sum, position) => sum + position[k]!, 0) / corners)
        // Two halves of a star-shaped polygon, parted at its centre.
        const halves = [
          [centre, ...ring.slice(from!, to! + 1), centre],
          [centre, ...ring.slice(to!, corners), ...ring.slice(0, from! + 1), centre],
        ]
        const whole = measured(areaFeatures([[...ring]]), siteFeatures(some)).area.result
        const parts = halves.map((half) => measured(areaFeatures([half]), siteFeatures(some)).area.result)
        for (const key of ['numerator', 'denominator'] as const) {
          const sum = parts.reduce((total, part) => total + part[key]!, 0)
          // Areas are published to 1e-3 m².
          expect(Math.abs(sum - whole[key]!)).toBeLessThan(2e-3 + 1e-9 * whole.denominator!)
        }
      }),
      { numRuns: 60 },
    )
  })
})
