import * as turf from '@turf/turf'
import fc from 'fast-check'
import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { random } from '#seeds/random.ts'
import { pointGrid } from './pointGrid'
import { pointIndex } from './pointIndex'
import { destination } from './sphere'

/** Points over the county, the same every time. */
function scattered(seed: string, count: number): Position[] {
  const dice = random(seed)
  return Array.from({ length: count }, () => [dice.between(116.8, 117.3), dice.between(35.2, 35.6)])
}

function nearestByTurf(place: Position, points: readonly Position[]): number {
  return Math.min(...points.map((point) => turf.distance(place, point, { units: 'meters' })))
}

describe('pointIndex', () => {
  it('finds the nearest point Turf finds, to a millimetre', () => {
    const points = scattered('points', 1500)
    const collection = turf.featureCollection(points.map((point) => turf.point(point)))
    const { nearestWithin } = pointIndex(points)
    for (const place of scattered('places', 150)) {
      const found = turf.nearestPoint(place, collection)
      const metres = turf.distance(place, found, { units: 'meters' })
      expect(Math.abs(nearestWithin(place, 1e5) - metres)).toBeLessThan(1e-3)
    }
  })

  it.each([20, 50, 300, 2000])('agrees with Turf on what lies within %d m', (metres) => {
    const points = scattered('points', 1500)
    const { nearestWithin } = pointIndex(points)
    let reached = 0
    for (const place of scattered(`places ${metres}`, 150)) {
      const nearest = nearestByTurf(place, points)
      const found = nearestWithin(place, metres)
      if (found < Infinity) reached++
      expect(found < Infinity).toBe(nearest <= metres)
      if (found < Infinity) expect(Math.abs(found - nearest)).toBeLessThan(1e-3)
    }
    // 1,500 points on 45 km by 44 km: within 2 km of a place there are nine, within 20 m hardly ever one.
    if (metres === 2000) expect(reached).toBeGreaterThan(140)
    if (metres === 20) expect(reached).toBeLessThan(10)
  })

  it('agrees with Turf on any points, close together or far apart, one or many', () => {
    const position = fc.tuple(
      fc.double({ min: 116.9, max: 117.2, noNaN: true }),
      fc.double({ min: 35.2, max: 35.5, noNaN: true }),
    )
    const near = fc
      .tuple(fc.double({ min: 0, max: 360, noNaN: true }), fc.double({ min: 0, max: 200, noNaN: true }))
      .map(([bearing, metres]) => destination([117.05, 35.35], bearing, metres))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(position, near), { minLength: 1, maxLength: 40 }),
        fc.oneof(position, near),
        fc.double({ min: 1, max: 30_000, noNaN: true }),
        (points, place, metres) => {
          const nearest = nearestByTurf(place, points)
          fc.pre(Math.abs(nearest - metres) > 1e-3)
          const found = pointIndex(points).nearestWithin(place, metres)
          if (nearest > metres) expect(found).toBe(Infinity)
          else expect(Math.abs(found - nearest)).toBeLessThan(1e-3)
        },
      ),
    )
  })

  it('agrees with Turf on points in two heaps far apart, which no grid of one size parts', () => {
    const dice = random('heaps')
    const heap = (x: number, y: number): Position => [x + dice.between(-1e-3, 1e-3), y + dice.between(-1e-3, 1e-3)]
    const points = Array.from({ length: 400 }, (_, i) => (i % 2 ? heap(116, 35) : heap(118, 36)))
    expect(pointGrid(points)).toBeNull()
    const { nearestWithin } = pointIndex(points)
    for (let i = 0; i < 40; i++) {
      const place = i % 2 ? heap(116, 35) : heap(118, 36)
      expect(Math.abs(nearestWithin(place, 1000) - nearestByTurf(place, points))).toBeLessThan(1e-3)
    }
  })

  it('includes a point just at the distance, and the place itself', () => {
    const place = [117, 35.4]
    const points = [0, 77, 90, 180, 233].map((bearing) => destination(place, bearing, 50))
    for (const point of points) expect(pointIndex([point]).nearestWithin(place, 50)).toBeCloseTo(50, 5)
    expect(pointIndex(points).nearestWithin(place, 49.999)).toBe(Infinity)
    expect(pointIndex([place, ...points]).nearestWithin(place, 0)).toBe(0)
    expect(pointIndex([]).nearestWithin(place, 1e6)).toBe(Infinity)
  })
})
