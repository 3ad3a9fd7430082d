import { intersect, area as turfArea } from '@turf/turf'
import fc from 'fast-check'
import type { Geometry, Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { CityFeature } from '../model/feature'
import { insideWarning, sumByArea } from './insideWarning'

const feature = (id: string, geometry: Geometry | null, properties: Record<string, unknown> = {}): CityFeature =>
  Object.freeze({ id, mapId: 1, geometry, properties: Object.freeze(properties), time: null })

const box = (west: number, south: number, east: number, north: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
})
const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] })
const ids = (features: readonly CityFeature[]) => features.map(({ id }) => id)

const warning = feature('w', box(117, 35, 117.1, 35.1), { level: '橙' })

describe('what lies in a warning’s area', () => {
  it('counts points in it and on its edge', () => {
    const schools = [
      feature('in', point(117.05, 35.05)),
      feature('edge', point(117, 35.05)),
      feature('corner', point(117.1, 35.1)),
      feature('out', point(117.1001, 35.05)),
      feature('nowhere', null),
    ]
    expect(ids(insideWarning(warning, schools).features)).toEqual(['in', 'edge', 'corner'])
  })

  it('counts a line and an area with more than half of themselves', () => {
    const line = (id: string, from: number, to: number) =>
      feature(id, {
        type: 'LineString',
        coordinates: [
          [from, 35.05],
          [to, 35.05],
        ],
      })
    // Of 0.1 degrees 0.06 and 0.04 lie west of the eastern edge at 117.1.
    expect(ids(insideWarning(warning, [line('most', 117.04, 117.14), line('less', 117.06, 117.16)]).features)).toEqual([
      'most',
    ])
    const cells = [
      feature('most', box(117.04, 35.02, 117.14, 35.04)),
      feature('half', box(117.05, 35.02, 117.15, 35.04)),
    ]
    expect(ids(insideWarning(warning, cells).features)).toEqual(['most'])
  })

  it('parts what it adds up by the areas it lies in, the largest first', () => {
    const towns = [feature('west', box(117, 35, 117.05, 35.1)), feature('east', box(117.05, 35, 117.09, 35.1))]
    const cells = [
      feature('a', box(117.01, 35.02, 117.02, 35.03), { people: 100 }),
      feature('b', box(117.06, 35.02, 117.07, 35.03), { people: 300 }),
      feature('c', box(117.02, 35.02, 117.03, 35.03), { people: 50 }),
      // Half of it lies in the area, and its middle on the edge of it in no town.
      feature('d', box(117.09, 35.02, 117.11, 35.03), { people: 20 }),
      feature('out', box(117.2, 35.02, 117.3, 35.03), { people: 1000 }),
      feature('unknown', box(117.06, 35.04, 117.07, 35.05)),
    ]
    const parts = sumByArea(warning, cells, 'people', towns)
    expect(parts.map(({ area, sum }) => [area?.id ?? null, Math.round(sum)])).toEqual([
      ['east', 300],
      ['west', 150],
      [null, 10],
    ])
    expect(parts.reduce((all, { sum }) => all + sum, 0)).toBeCloseTo(insideWarning(warning, cells, 'people').sum ?? 0)
  })

  it('adds people up by share of area, not by whole cells', () => {
    // Meridians cut a cell between two parallels in proportion to longitude: a quarter of 100, the whole of 40, none of 7.
    const cells = [
      feature('quarter', box(117.075, 35.02, 117.175, 35.04), { people: 100 }),
      feature('whole', box(117.02, 35.02, 117.04, 35.04), { people: 40 }),
      feature('none', box(117.2, 35.02, 117.22, 35.04), { people: 7 }),
    ]
    const found = insideWarning(warning, cells, 'people')
    expect(found.sum).toBeCloseTo(65, 6)
    expect(ids(found.features)).toEqual(['whole'])
    expect(found.unknown).toBe(0)
  })

  it('says how many lack the figure, and knows no sum where all do', () => {
    const inside = box(117.02, 35.02, 117.04, 35.04)
    const some = [feature('a', inside, { people: 40 }), feature('b', inside, { people: '40' }), feature('c', inside)]
    expect(insideWarning(warning, some, 'people')).toMatchObject({ sum: 40, unknown: 2 })
    expect(insideWarning(warning, some.slice(1), 'people')).toMatchObject({ sum: null, unknown: 2 })
    expect(insideWarning(warning, some).sum).toBeNull()
  })

  it('leaves a hole of the area out, and counts ground of two parts once', () => {
    const holed: Polygon = {
      type: 'Polygon',
      coordinates: [...box(117, 35, 117.1, 35.1).coordinates, ...box(117.04, 35.04, 117.06, 35.06).coordinates],
    }
    expect(insideWarning(feature('w', holed), [feature('in-hole', point(117.05, 35.05))]).features).toEqual([])
    const twice: Geometry = {
      type: 'MultiPolygon',
      coordinates: [box(117, 35, 117.06, 35.1).coordinates, box(117.04, 35, 117.1, 35.1).coordinates],
    }
    const cell = feature('cell', box(117.045, 35.02, 117.055, 35.04), { people: 10 })
    expect(insideWarning(feature('w', twice), [cell], 'people').sum).toBeCloseTo(10, 6)
  })

  it('holds nothing where the warning has no area', () => {
    const school = feature('in', point(117.05, 35.05))
    for (const geometry of [null, point(117.05, 35.05)]) {
      expect(insideWarning(feature('w', geometry), [school])).toEqual({ features: [], sum: null, unknown: 0 })
    }
  })
})

it('agrees with Turf on the share of any quadrangle', () => {
  const east = fc.double({ min: 116.95, max: 117.15, noNaN: true })
  const north = fc.double({ min: 34.95, max: 35.15, noNaN: true })
  const quadrangle = fc
    .tuple(east, north, fc.double({ min: 0.01, max: 0.08, noNaN: true }), fc.double({ min: 0, max: 0.9, noNaN: true }))
    .map(
      ([x, y, size, lean]): Polygon => ({
        type: 'Polygon',
        coordinates: [
          [
            [x, y],
            [x + size, y + size * lean * 0.5],
            [x + size * (1 + lean), y + size],
            [x + size * lean * 0.3, y + size * 0.9],
            [x, y],
          ],
        ],
      }),
    )
  fc.assert(
    fc.property(quadrangle, (cell) => {
      const asFeature = (geometry: Polygon) => ({ type: 'Feature' as const, properties: {}, geometry })
      const common = intersect({
        type: 'FeatureCollection',
        features: [asFeature(cell), asFeature(box(117, 35, 117.1, 35.1))],
      })
      const expected = common ? (1000 * turfArea(common)) / turfArea(cell) : null
      const { sum } = insideWarning(warning, [feature('cell', cell, { people: 1000 })], 'people')
      // Turf cuts slanted edges straight in latitude, ours in its sine: under 1e-4 of such a cell.
      expect(sum ?? 0).toBeGreaterThanOrEqual((expected ?? 0) - 0.1)
      expect(sum ?? 0).toBeLessThanOrEqual((expected ?? 0) + 0.1)
    }),
    { numRuns: 200 },
  )
})
