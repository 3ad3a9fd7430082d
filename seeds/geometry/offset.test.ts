import { distance, point } from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { bearing, metresBetween, offset } from './offset'

const centre = [116.97, 35.4]

describe('offset', () => {
  it('goes north by latitude alone: 1111.9508 m are 0.01 degree at 111195.08 m each', () => {
    expect(offset(centre, 0, 1111.9508)).toEqual([116.97, 35.41])
  })

  it('agrees with great-circle distance within 0.2 % inside the county', () => {
    const far = offset(centre, 60, 8000)
    expect(distance(point(centre), point(far), { units: 'meters' })).toBeGreaterThan(7984)
    expect(distance(point(centre), point(far), { units: 'meters' })).toBeLessThan(8016)
    expect(metresBetween(centre, far)).toBeCloseTo(8000, 0)
  })
})

describe('bearing', () => {
  it.each([
    [[116.97, 35.41], 0],
    [[116.98, 35.4], 90],
    [[116.97, 35.39], 180],
    [[116.96, 35.4], 270],
  ])('to %j is %i degrees clockwise from north', (to, degrees) => {
    expect(bearing(centre, to)).toBe(degrees)
  })
})
