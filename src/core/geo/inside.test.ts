import * as turf from '@turf/turf'
import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import { type CoverShape, coverShapes } from './coverShape'
import { insideCover, insidePolygon } from './inside'
import { destination } from './sphere'

function footprint(radius: number, azimuth: number | null = null, beamwidth: number | null = null): CoverShape {
  const shapes = coverShapes({ type: 'Point', coordinates: [117, 35.4] }, { radius, azimuth, beamwidth })
  return shapes![0]!
}

const ring: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [117, 35],
      [117.4, 35],
      [117.4, 35.4],
      [117, 35.4],
      [117, 35],
    ],
    [
      [117.1, 35.1],
      [117.1, 35.3],
      [117.3, 35.3],
      [117.3, 35.1],
      [117.1, 35.1],
    ],
  ],
}

describe('insidePolygon', () => {
  it('reads rings even-odd and counts edges as inside', () => {
    expect(insidePolygon([117.05, 35.2], ring)).toBe(true)
    expect(insidePolygon([117.2, 35.2], ring)).toBe(false)
    expect(insidePolygon([117.5, 35.2], ring)).toBe(false)
    expect(insidePolygon([117, 35.2], ring)).toBe(true)
    expect(insidePolygon([117.2, 35.4], ring)).toBe(true)
    expect(insidePolygon([117.4, 35.4], ring)).toBe(true)
    expect(insidePolygon([117.1, 35.2], ring)).toBe(true)
    expect(insidePolygon([117.0000001, 34.9999999], ring)).toBe(false)
  })

  it('agrees with Turf away from edges', () => {
    const coordinate = fc.double({ min: 0, max: 0.01, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { minLength: 3, maxLength: 12 }),
        fc.tuple(coordinate, coordinate),
        (corners, [x, y]) => {
          const positions = [...corners, corners[0]!].map(([dx, dy]) => [117 + dx, 35 + dy])
          const polygon: Polygon = { type: 'Polygon', coordinates: [positions] }
          const p = [117 + x, 35 + y]
          // Edges bend by up to (1.7e-4 rad)² / 8 · tan 35°, about 2e-9 rad, between the two readings.
          const boundary = turf.lineString(positions)
          fc.pre(turf.pointToLineDistance(p, boundary, { units: 'degrees', method: 'planar' }) > 1e-6)
          expect(insidePolygon(p, polygon)).toBe(turf.booleanPointInPolygon(p, polygon))
        },
      ),
    )
  })
})

describe('insideCover', () => {
  it('holds what is within the radius, its edge included', () => {
    const disc = footprint(300)
    for (const bearing of [0, 45, 123, 270]) {
      expect(insideCover(destination([117, 35.4], bearing, 299.999), disc)).toBe(true)
      expect(insideCover(destination([117, 35.4], bearing, 300), disc)).toBe(true)
      expect(insideCover(destination([117, 35.4], bearing, 300.001), disc)).toBe(false)
    }
  })

  it('cuts a sector to half the beamwidth each side, across north too', () => {
    const sector = footprint(300, 350, 60) // from 320° over north to 20°
    for (const bearing of [320, 340, 0, 10, 20]) {
      expect(insideCover(destination([117, 35.4], bearing, 200), sector)).toBe(true)
    }
    for (const bearing of [319.9, 20.1, 90, 180, 270]) {
      expect(insideCover(destination([117, 35.4], bearing, 200), sector)).toBe(false)
    }
    expect(insideCover([117, 35.4], sector)).toBe(true)
  })

  it('takes any azimuth modulo 360', () => {
    for (const azimuth of [-10, 350, 710]) {
      const sector = footprint(300, azimuth, 60)
      expect(insideCover(destination([117, 35.4], 345, 200), sector)).toBe(true)
      expect(insideCover(destination([117, 35.4], 30, 200), sector)).toBe(false)
    }
  })

  it.each([
    [null, 60],
    [90, null],
    [90, 360],
    [90, 400],
  ])('is the full disc for azimuth %s and beamwidth %s', (azimuth, beamwidth) => {
    const south = destination([117, 35.4], 180, 200)
    const west = destination([117, 35.4], 270, 200)
    expect(insideCover(south, footprint(300, azimuth, beamwidth))).toBe(true)
    expect(insideCover(west, footprint(300, azimuth, beamwidth))).toBe(true)
  })

  it('covers nothing with radius 0, and has no footprint without one', () => {
    const centre = { type: 'Point' as const, coordinates: [117, 35.4] }
    expect(coverShapes(centre, { radius: 0, azimuth: null, beamwidth: null })).toEqual([])
    expect(coverShapes(centre, undefined)).toBeNull()
    expect(coverShapes({ type: 'LineString', coordinates: [] }, undefined)).toBeNull()
    expect(coverShapes(null, undefined)).toBeNull()
  })
})
