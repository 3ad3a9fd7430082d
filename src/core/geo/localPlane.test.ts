import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localPlane } from './localPlane'
import { destination, greatCircleDistance } from './sphere'

const plane = localPlane([116.7, 35.1, 117.5, 35.6])
const position = fc
  .tuple(fc.double({ min: 116.5, max: 117.7, noNaN: true }), fc.double({ min: 34.9, max: 35.8, noNaN: true }))
  .map(([longitude, latitude]) => [longitude, latitude])

describe('the local plane', () => {
  it('comes back to the position, to 1e-12 degrees', () => {
    fc.assert(
      fc.property(position, (place) => {
        const [longitude, latitude] = plane.toPosition(...plane.toPlane(place))
        expect(Math.abs(longitude! - place[0]!)).toBeLessThan(1e-12)
        expect(Math.abs(latitude! - place[1]!)).toBeLessThan(1e-12)
      }),
    )
  })

  it('has every point of a circle on the sphere on the circle in the plane, to a tenth of a micrometre', () => {
    fc.assert(
      fc.property(
        position,
        fc.double({ min: 1, max: 20000, noNaN: true }),
        fc.double({ min: 0, max: 360, noNaN: true }),
        (centre, radius, bearing) => {
          const circle = plane.circle(centre, radius)
          const [x, y] = plane.toPlane(destination(centre, bearing, radius))
          expect(Math.abs(Math.hypot(x - circle.x, y - circle.y) - circle.radius)).toBeLessThan(1e-7)
        },
      ),
    )
  })

  it('turns bearings with the meridians', () => {
    fc.assert(
      fc.property(position, fc.double({ min: 0, max: 360, noNaN: true }), (place, bearing) => {
        const [x, y] = plane.toPlane(place)
        const [nx, ny] = plane.toPlane(destination(place, bearing, 1))
        const seen = (Math.atan2(nx - x, ny - y) * 180) / Math.PI
        const off = ((((bearing + plane.turn(place) - seen) % 360) + 540) % 360) - 180
        // A metre is known to 1e-9 of itself here.
        expect(Math.abs(off)).toBeLessThan(1e-5)
      }),
    )
  })

  it('has the scale it says', () => {
    const place = [117.4, 35.55]
    const [x, y] = plane.toPlane(place)
    const far = destination(place, 77, 100)
    const [fx, fy] = plane.toPlane(far)
    const scale = 1 + (x * x + y * y) * plane.curvature
    // Scale changes by 2 |p| d / 4R², 5e-8 over 100 m, 2.5e-8 of it on average.
    expect(Math.hypot(fx - x, fy - y) / greatCircleDistance(place, far) / scale).toBeCloseTo(1, 7)
  })
})
