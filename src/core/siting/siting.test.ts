import { describe, expect, it } from 'vitest'
import { feature, point, rectangle } from '#tests/city/evaluationInput.ts'
import { greatCircleDistance } from '../geo/sphere'
import { CappedSimplex } from './cappedSimplex'
import { coverInstance } from './coverInstance'
import { CoveringSearch } from './coveringSearch'
import { gridPlaces, gridSize } from './gridPlaces'
import { Relaxation } from './relaxation'
import { searchSites } from './sitesSearch'
import { sitingInstance } from './sitingInstance'
import type { SitingTask } from './sitingTask'

/** Demand by the sites that serve it, each of weight as given. */
const rows = (sites: number, demand: readonly (readonly [weight: number, ...sites: number[]])[]) => ({
  sites,
  weight: Float64Array.from(demand, ([weight]) => weight),
  siteFrom: Int32Array.from([
    0,
    ...demand.map((_, at) => demand.slice(0, at + 1).reduce((n, row) => n + row.length - 1, 0)),
  ]),
  siteOf: Int32Array.from(demand.flatMap(([, ...by]) => by)),
  share: null,
})

describe('an instance', () => {
  it('is of demand that some site serves, merged where the same sites do', () => {
    const { weight, given, siteOf, demandFrom, demandOf } = coverInstance(
      rows(3, [[1, 2], [2, 0, 1], [4], [8, 0, 1], [0, 0], [-3, 1], [16, 1, 2]]),
    )
    expect([[...given], [...weight], [...siteOf]]).toEqual([
      [1, 6, 0],
      [10, 16, 1],
      [0, 1, 1, 2, 2],
    ])
    // Site 1 serves the first two, site 2 the last two.
    expect([[...demandFrom], [...demandOf]]).toEqual([
      [0, 1, 3, 5],
      [0, 0, 1, 1, 2],
    ])
  })
})

describe('the relaxation', () => {
  // Three sites on the corners of a triangle, a demand of 2 on each side: of two sites none is missed, of one a third is.
  const triangle = coverInstance(
    rows(3, [
      [2, 0, 1],
      [2, 1, 2],
      [2, 0, 2],
    ]),
  )

  it('bounds from above whatever its prices are, and comes to the optimum of divisible sites', () => {
    const relaxation = new Relaxation(triangle, 3)
    relaxation.aim(1)
    for (let step = 0; step < 400; step++) {
      relaxation.step()
      expect(relaxation.bound(1)).toBeGreaterThanOrEqual(4 - 1e-9)
      expect(relaxation.bound(2)).toBeGreaterThanOrEqual(6 - 1e-9)
    }
    expect(relaxation.bound(1)).toBeCloseTo(4, 6)
  })

  it('projects onto what n sites can be, in the norm of its steps', () => {
    const x = new Float64Array(3)
    const simplex = new CappedSimplex(Float64Array.of(1, 1, 2))
    simplex.project(Float64Array.of(0.9, 0.7, 1.2), 2, x)
    // 0.2 each unit of scale is too much in all: 0.9 − c + 0.7 − c + 1.2 − 2c = 2, so c is 0.2.
    expect([...x]).toEqual([0.7, 0.5, 0.8].map((each) => expect.closeTo(each, 9)))
    simplex.project(Float64Array.of(-1, 0.5, 4), 2, x)
    expect([...x]).toEqual([0, 0.5, 1])
  })
})

describe('the search', () => {
  it('goes beyond what is best site by site', () => {
    // Site 2 serves most alone (6 of 10), but 0 and 1 together serve all.
    const instance = coverInstance(
      rows(3, [
        [3, 0, 2],
        [2, 0],
        [3, 1, 2],
        [2, 1],
      ]),
    )
    const search = new CoveringSearch(instance, { most: 3, seed: 1 })
    while (!search.done) search.step()
    expect([1, 2, 3].map((n) => [search.curve.value(n), search.curve.bound(n)])).toEqual([
      [6, 6],
      [10, 10],
      [10, 10],
    ])
    expect(search.curve.sites(2)).toEqual([0, 1])
  })

  it('is the same for the same seed and steps, however it is stopped', () => {
    const instance = coverInstance(
      rows(
        12,
        Array.from(
          { length: 60 },
          (_, d) => [1 + (d % 5), ...[...new Set([d % 12, (d * 7) % 12, (d * d) % 12])].sort((a, b) => a - b)] as const,
        ),
      ),
    )
    const curveAfter = (steps: number) => {
      const search = new CoveringSearch(instance, { most: 5, seed: 9 })
      while (search.steps < steps && !search.done) search.step()
      return [1, 2, 3, 4, 5].map((n) => [search.curve.sites(n), search.curve.bound(n)])
    }
    expect(curveAfter(57)).toEqual(curveAfter(57))
  })

  it('has nothing to choose where nothing is open or nothing can be built', () => {
    const empty: SitingTask = {
      ...{ method: { name: 'near', metres: 50 }, open: [], standing: [], candidates: [], edits: [], bounds: undefined },
    }
    const found = searchSites(empty, { most: 2, seed: 1, goesOn: () => true })
    expect(found).toEqual({
      ...{ built: [], proved: true, merged: 0, steps: 0 },
      curve: [
        { n: 1, value: 0, bound: 0 },
        { n: 2, value: 0, bound: 0 },
      ],
    })
  })
})

describe('which candidates serve which subjects', () => {
  const disc = (radius: number) => ({ radius, azimuth: null, beamwidth: null })
  const read = (task: SitingTask) => {
    const reading = sitingInstance(task)
    for (;;) {
      const step = reading.next()
      if (step.done) return step.value
    }
  }

  it('has of an area the share that each adds of what it still needs', () => {
    // By longitude: the west half is covered, 80 % are wanted; candidates are the next fifth, two fifths, and the west again.
    const strip = (id: string, from: number, to: number) =>
      feature(id, rectangle(117 + from / 100, 35.4, 117 + to / 100, 35.41))
    const area = strip('area', 0, 10)
    const { instance, together } = read({
      method: { name: 'covered', threshold: 0.8 },
      open: [{ id: 'area', geometry: area.geometry!, weight: 7 }],
      standing: [strip('west', 0, 5)],
      candidates: [strip('fifth', 5, 7), strip('two', 6, 10), strip('again', 1, 4), strip('tenth', 6, 7)],
      edits: [],
      bounds: undefined,
    })
    expect([...instance.siteOf]).toEqual([0, 1, 3])
    // 0.2 of 0.3, enough, 0.1 of 0.3.
    expect([...instance.siteShare!]).toEqual([expect.closeTo(2 / 3, 6), 1, expect.closeTo(1 / 3, 6)])
    // The tenth lies in the fifth: their shares add up, their ground does not.
    expect([together(0, [0, 3]), together(0, [0, 1]), together(0, [0])]).toEqual([false, true, false])
  })

  it('has points within a footprint, and for near within the metres of any of their places', () => {
    const candidates = [feature('a', point(117, 35.4), {}, disc(300)), feature('b', point(117.01, 35.4), {}, disc(300))]
    const near = feature('p', {
      type: 'MultiPoint',
      coordinates: [
        [117, 35.4],
        [118, 35],
      ],
    })
    const open = [{ id: 'p', geometry: near.geometry!, weight: 1 }]
    const task = { open, standing: [], candidates, edits: [], bounds: undefined }
    expect([...read({ ...task, method: { name: 'near', metres: 900 } }).instance.siteOf]).toEqual([0])
    // 0.01° of longitude are 906 m there.
    expect([...read({ ...task, method: { name: 'near', metres: 910 } }).instance.siteOf]).toEqual([0, 1])
    const at = { ...task, open: [{ id: 'p', geometry: point(117.0033, 35.4), weight: 1 }] }
    expect([...read({ ...at, method: { name: 'covered', threshold: 0.5 } }).instance.siteOf]).toEqual([0])
  })
})

describe('a grid', () => {
  it('has the middles of squares from the south-west corner, until the bounds are covered', () => {
    const bounds = [117, 35.4, 117.01, 35.405] as const
    // 906 m by 556 m: four columns and three rows of 250 m.
    const places = gridPlaces(bounds, 250)
    expect([places.length, gridSize(bounds, 250)]).toEqual([12, 12])
    expect([places[0]!.id, places[1]!.id, places[4]!.id]).toEqual(['grid-1-1', 'grid-2-1', 'grid-1-2'])
    expect(greatCircleDistance([117, 35.4], places[0]!.position)).toBeCloseTo(Math.hypot(125, 125), 0)
    expect(greatCircleDistance(places[0]!.position, places[1]!.position)).toBeCloseTo(250, 0)
    expect(greatCircleDistance(places[0]!.position, places[4]!.position)).toBeCloseTo(250, 3)
  })
})
