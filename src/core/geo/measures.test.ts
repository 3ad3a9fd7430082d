import * as turf from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  destination,
  discBounds,
  EARTH_RADIUS,
  greatCircleDistance,
  initialBearing,
  lineLength,
  sphericalArea,
} from './sphere'

const position = fc.tuple(fc.double({ min: 116, max: 118, noNaN: true }), fc.double({ min: 34, max: 36, noNaN: true }))

describe('on the sphere', () => {
  it('measures a degree of a meridian as R π / 180', () => {
    expect(greatCircleDistance([117, 35], [117, 36])).toBeCloseTo((EARTH_RADIUS * Math.PI) / 180, 6)
  })

  it('agrees with Turf on distances', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        const turfs = turf.distance(a, b, { units: 'meters' })
        expect(Math.abs(greatCircleDistance(a, b) - turfs)).toBeLessThan(1e-6 + turfs * 1e-12)
      }),
    )
  })

  it('comes out where bearing and distance say', () => {
    fc.assert(
      fc.property(
        position,
        fc.double({ min: 0, max: 359.9, noNaN: true }),
        fc.double({ min: 1, max: 20000, noNaN: true }),
        (from, bearing, metres) => {
          const to = destination(from, bearing, metres)
          expect(greatCircleDistance(from, to)).toBeCloseTo(metres, 5)
          const turn = Math.abs(initialBearing(from, to) - bearing)
          expect(Math.min(turn, 360 - turn) * metres).toBeLessThan(1e-5)
        },
      ),
    )
  })

  it('bounds a disc by what lies on its edge, and by no more', () => {
    for (const [centre, radius] of [
      [[117, 35], 300],
      [[-70, -55], 20_000],
    ] as const) {
      const edge = Array.from({ length: 36_000 }, (_, index) => destination([...centre], index / 100, radius))
      const [xs, ys] = [edge.map(([x]) => x!), edge.map(([, y]) => y!)]
      const wanted = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
      for (const [side, degrees] of discBounds([...centre], radius).entries()) {
        // A hair outside: a hundredth of a degree of bearing leaves out less than a millionth of the radius.
        const outward = (degrees - wanted[side]!) * (side < 2 ? -1 : 1)
        expect(outward).toBeGreaterThan(0)
        expect(outward).toBeLessThan(1e-8)
      }
    }
  })

  it('bounds a disc round a pole by all longitudes', () => {
    const [west, south, east, north] = discBounds([117, 89.99], 2_000)
    expect(east - west).toBeGreaterThanOrEqual(360)
    // 2 km are 0.01799° of latitude.
    expect([south, north].map((degrees) => degrees - 89.99)).toEqual([
      expect.closeTo(-0.017986, 5),
      expect.closeTo(0.017986, 5),
    ])
  })

  it('points north, east, south and west', () => {
    expect(initialBearing([117, 35], [117, 35.1])).toBe(0)
    expect(initialBearing([117, 0], [117.1, 0])).toBeCloseTo(90, 9)
    expect(initialBearing([117, 35], [117, 34.9])).toBeCloseTo(180, 9)
    expect(initialBearing([117, 0], [116.9, 0])).toBeCloseTo(270, 9)
  })

  it('adds the parts of a line', () => {
    const degree = (EARTH_RADIUS * Math.PI) / 180
    expect(
      lineLength({
        type: 'MultiLineString',
        coordinates: [
          [
            [117, 35],
            [117, 35.01],
            [117, 35.03],
          ],
          [
            [118, 36],
            [118, 35.99],
          ],
        ],
      }),
    ).toBeCloseTo(0.04 * degree, 6)
  })

  it('takes the area of a rectangle as R² Δλ Δ sin φ', () => {
    const rectangle = turf.bboxPolygon([117, 35, 117.1, 35.2]).geometry
    const radians = Math.PI / 180
    const byHand = EARTH_RADIUS ** 2 * 0.1 * radians * (Math.sin(35.2 * radians) - Math.sin(35 * radians))
    expect(sphericalArea(rectangle) / byHand).toBeCloseTo(1, 10)
  })

  it('agrees with Turf on the area of simple rings with a hole', () => {
    fc.assert(
      fc.property(
        position,
        fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 20 }),
        (centre, radii) => {
          const ring = (size: number) => {
            const corners = radii.map((radius, index) => {
              const angle = (index / radii.length) * 2 * Math.PI
              return [centre[0] + size * radius * Math.cos(angle), centre[1] + size * radius * Math.sin(angle)]
            })
            return [...corners, corners[0]!]
          }
          const polygon = { type: 'Polygon' as const, coordinates: [ring(0.02), ring(0.005).reverse()] }
          expect(sphericalArea(polygon) / turf.area(polygon)).toBeCloseTo(1, 9)
        },
      ),
    )
  })
})
