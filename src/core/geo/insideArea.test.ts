import * as turf from '@turf/turf'
import type { Polygon, Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { random } from '#seeds/random.ts'
import { type CoverIndex, coverIndex, coverShapes } from './coverShape'
import { insideArea } from './insideArea'
import { polygonSubject } from './polygonSubject'
import { lineLength } from './sphere'

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
