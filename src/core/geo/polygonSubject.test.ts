import * as turf from '@turf/turf'
import type { MultiPolygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { polygonSubject } from './polygonSubject'
import { sphericalArea } from './sphere'

const ring = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const outer = ring(117, 35, 117.04, 35.04)
const hole = ring(117.01, 35.01, 117.02, 35.02)

describe('polygonSubject', () => {
  it('takes holes as outside whatever their winding', () => {
    const byHand = turf.area(turf.polygon([outer])) - turf.area(turf.polygon([hole]))
    for (const inner of [hole, hole.toReversed()]) {
      const subject = polygonSubject({ type: 'Polygon', coordinates: [outer.toReversed(), inner] })
      expect(subject.area / byHand).toBeCloseTo(1, 9)
      expect(subject.ambiguous).toBe(false)
    }
  })

  it('unites overlapping parts of a MultiPolygon', () => {
    // Two squares of width 0.02 overlapping by 0.01: their union is 0.03 wide.
    const parts: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[ring(117, 35, 117.02, 35.01)], [ring(117.01, 35, 117.03, 35.01)]],
    }
    const subject = polygonSubject(parts)
    expect(subject.ambiguous).toBe(false)
    expect(subject.area / turf.area(turf.polygon([ring(117, 35, 117.03, 35.01)]))).toBeCloseTo(1, 9)
  })

  it('finds rings that do not say what is inside', () => {
    // The ring goes twice round the small square: even-odd calls it outside, non-zero inside.
    const twice = [...outer.slice(0, 4), [117, 35], ...ring(117, 35, 117.01, 35.01).slice(1)]
    expect(polygonSubject({ type: 'Polygon', coordinates: [twice] }).ambiguous).toBe(true)
  })

  it('reads a bow tie the same both ways', () => {
    const bow = [
      [117, 35],
      [117.02, 35.02],
      [117.02, 35],
      [117, 35.02],
      [117, 35],
    ]
    const subject = polygonSubject({ type: 'Polygon', coordinates: [bow] })
    expect(subject.ambiguous).toBe(false)
    // Two triangles of base 0.02 and height 0.01, half of the square of side 0.02.
    expect(subject.area / turf.area(turf.polygon([ring(117, 35, 117.02, 35.02)]))).toBeCloseTo(0.5, 4)
  })

  it('is as precise for a shed as for a county', () => {
    for (const size of [0.00001, 0.01, 1]) {
      const polygon = turf.polygon([ring(117, 35, 117 + size, 35 + size)]).geometry
      expect(polygonSubject(polygon).area / sphericalArea(polygon)).toBeCloseTo(1, 9)
    }
  })
})
