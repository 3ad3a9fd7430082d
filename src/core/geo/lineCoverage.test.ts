import * as turf from '@turf/turf'
import fc from 'fast-check'
import type { LineString, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { type CoverShape, coverIndex, coverShapes } from './coverShape'
import { lineCoverage } from './lineCoverage'
import { destination } from './sphere'

const centre: Position = [117, 35.4]
const disc = (at: Position, radius: number, azimuth: number | null = null, beamwidth: number | null = null) =>
  coverShapes({ type: 'Point', coordinates: at }, { radius, azimuth, beamwidth })!
const line = (...coordinates: Position[]): LineString => ({ type: 'LineString', coordinates })
const cover = (geometry: LineString, covers: readonly CoverShape[]) => lineCoverage(geometry, coverIndex(covers))

/** From 1 km south to 1 km north of the centre. */
const meridian = line(destination(centre, 180, 1000), destination(centre, 0, 1000))

describe('lineCoverage', () => {
  it('covers the chord of a disc: 2 · 300 of 2,000 m', () => {
    const { share, covered, length, gap } = cover(meridian, disc(centre, 300))
    expect(length).toBeCloseTo(2000, 5)
    expect(covered).toBeCloseTo(600, 5)
    expect(share).toBeCloseTo(0.3, 8)
    expect(gap?.type).toBe('MultiLineString')
    expect(gap?.coordinates.length).toBe(2)
  })

  it('covers a chord off the centre: 2 · √(300² − 180²) = 480 m', () => {
    const east = destination(centre, 90, 180)
    // Over 300 m a sphere of this radius changes the chord by less than a micrometre.
    expect(cover(meridian, disc(east, 300)).covered).toBeCloseTo(480, 4)
  })

  it('cuts by the sides of a sector', () => {
    // A sector of 90° to the north-east: the line north of the centre runs along its side, none of the south is in it.
    expect(cover(meridian, disc(centre, 300, 0, 90)).covered).toBeCloseTo(300, 5)
    expect(cover(meridian, disc(centre, 300, 180, 90)).covered).toBeCloseTo(300, 5)
    expect(cover(meridian, disc(centre, 300, 90, 90)).covered).toBeCloseTo(0, 5)
    // Apex 200 m west, looking east with 90°: at 200 m the sides are 200 m north and south of the middle.
    const west = destination(centre, 270, 200)
    expect(cover(meridian, disc(west, 1000, 90, 90)).covered).toBeCloseTo(400, 2)
    // With 300° across it, only the 60° to the west are missing: the line is covered to the circle, √(1000² − 200²).
    expect(cover(meridian, disc(west, 1000, 90, 300)).covered).toBeCloseTo(2 * Math.sqrt(960000), 2)
  })

  it('unites covers and is not fooled by order or duplicates', () => {
    const north = destination(centre, 0, 400)
    const both = [...disc(north, 300), ...disc(centre, 300)] // −300..300 and 100..700: 1,000 m
    expect(cover(meridian, both).covered).toBeCloseTo(1000, 5)
    expect(cover(meridian, [...both.toReversed(), ...both]).covered).toBeCloseTo(1000, 5)
  })

  it('takes polygons, along their edges too', () => {
    const box = turf.bboxPolygon([116.99, 35.4, 117, 35.5]).geometry
    const along = line([117, 35.39], [117, 35.41])
    expect(cover(along, coverShapes(box, undefined)!).share).toBeCloseTo(0.5, 6)
    const across = line([116.98, 35.45], [117.01, 35.45])
    expect(cover(across, coverShapes(box, undefined)!).share).toBeCloseTo(1 / 3, 6)
  })

  it('carries a gap across corners', () => {
    const bent = line(destination(centre, 180, 1000), destination(centre, 0, 500), destination(centre, 0, 1000))
    const { gap } = cover(bent, disc(centre, 300))
    expect(gap?.type === 'MultiLineString' && gap.coordinates.map((part) => part.length)).toEqual([2, 3])
    expect(cover(bent, disc(centre, 2000))).toMatchObject({ share: 1, gap: null })
  })

  it('keeps covered and gap together the line', () => {
    const position = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
    const at = ([x, y]: readonly [number, number]): Position => [117 + x / 1000, 35 + y / 1000]
    fc.assert(
      fc.property(
        fc.array(position, { minLength: 2, maxLength: 6 }),
        fc.array(fc.tuple(position, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 14 })), { maxLength: 8 }),
        (corners, sites) => {
          const covers = sites.flatMap(([site, radius, beam]) => disc(at(site), radius * 50, 30 * beam, 30 * beam))
          const { covered, length, gap } = cover(line(...corners.map(at)), covers)
          const open = gap ? turf.length(turf.feature(gap), { units: 'meters' }) : 0
          expect(Math.abs(covered + open - length)).toBeLessThan(0.01)
          expect(covered).toBeGreaterThanOrEqual(-1e-6)
        },
      ),
    )
  })
})
