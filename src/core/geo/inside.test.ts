import * as turf from '@turf/turf'
import fc from 'fast-check'
import type { Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { random } from '#seeds/random.ts'
import { type CoverIndex, coverIndex } from './coverSet'
import { type CoverShape, coverShapes } from './coverShape'
import { insideArea, insideCover, insidePolygon } from './inside'
import { polygonSubject } from './polygonSubject'
import { destination, lineLength } from './sphere'

const dice = random('inside-area')
const place = (): Position => [dice.between(116.8, 117.3), dice.between(35.2, 35.6)]

/** Irregular zones of 5 to 24 corners, some 500 m to 2 km across, every third with a hole. */
const zones: readonly Polygon[] = Array.from({ length: 300 }, (_, zone) => {
  const [x, y] = place() as [number, number]
  const size = dice.between(0.003, 0.012)
  const radii = Array.from({ length: dice.whole(5, 24) }, () => size * dice.between(0.5, 1))
  const ring = (share: number) => {
    const corners = radii.map((radius, index) => {
      const angle = (index / radii.length) * 2 * Math.PI
      return [x + share * radius * Math.cos(angle), y + share * radius * Math.sin(angle)]
    })
    return [...corners, corners[0]!]
  }
  return { type: 'Polygon', coordinates: zone % 3 === 0 ? [ring(1), ring(0.4)] : [ring(1)] }
})
const index: CoverIndex = coverIndex(zones.flatMap((zone) => coverShapes(zone, undefined) ?? []))
const inside = (position: Position) => insideArea({ type: 'Point', coordinates: position }, index, polygonSubject)

describe('over a county', () => {
  it('finds inside what Turf finds inside some zone', () => {
    // No place of this seed lies within the 0.1 mm by which edges straight in (longitude, latitude) stand off.
    const places = Array.from({ length: 3000 }, place)
    const found = places.filter(inside)
    const turfs = places.filter((position) => zones.some((zone) => turf.booleanPointInPolygon(position, zone)))
    expect(found).toEqual(turfs)
    expect(found.length).toBeGreaterThan(100)
  })

  it('counts corners and the middles of edges as inside', () => {
    for (const zone of zones.slice(0, 50)) {
      const [ring] = zone.coordinates
      for (const corner of ring ?? []) expect(inside(corner)).toBe(true)
    }
    const square = coverShapes(turf.bboxPolygon([117, 35, 117.1, 35.1]).geometry, undefined) ?? []
    const onEdge = { type: 'Point' as const, coordinates: [117.05, 35] }
    expect(insideArea(onEdge, coverIndex(square), polygonSubject)).toBe(true)
  })

  it('measures lines as Turf does, to a millimetre', () => {
    for (let line = 0; line < 200; line++) {
      let [x, y] = place() as [number, number]
      const coordinates = Array.from({ length: dice.whole(2, 40) }, () => {
        x += dice.between(-0.002, 0.004)
        y += dice.between(-0.002, 0.003)
        return [x, y]
      })
      const street = { type: 'LineString' as const, coordinates }
      const metres = turf.length(turf.feature(street), { units: 'meters' })
      expect(Math.abs(lineLength(street) - metres)).toBeLessThan(1e-3)
    }
  })

  it('takes a line by more than half its length, and points by more than half of them', () => {
    const square = coverIndex(coverShapes(turf.bboxPolygon([117, 35, 117.1, 35.1]).geometry, undefined) ?? [])
    const meridian = (to: number) => ({
      type: 'LineString' as const,
      coordinates: [
        [117.05, 35.05],
        [117.05, to],
      ],
    })
    // Inside as far as 35.1: 0.05° of 0.11°, of 0.1° (just half), of 0.09°.
    expect(insideArea(meridian(35.16), square, polygonSubject)).toBe(false)
    expect(insideArea(meridian(35.15), square, polygonSubject)).toBe(false)
    expect(insideArea(meridian(35.14), square, polygonSubject)).toBe(true)
    const points = (coordinates: Position[]) => ({ type: 'MultiPoint' as const, coordinates })
    const [within, without] = [
      [117.05, 35.05],
      [118, 35],
    ]
    expect(insideArea(points([within!, without!]), square, polygonSubject)).toBe(false)
    expect(insideArea(points([within!, within!, without!]), square, polygonSubject)).toBe(true)
  })
})

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
