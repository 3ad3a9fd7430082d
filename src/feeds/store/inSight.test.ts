import type { Polygon } from 'geojson'
import { expect, it } from 'vitest'
import type { CityFeature } from '#core/model/feature.ts'
import { describeFeature } from './describeFeature'
import { inSight } from './inSight'

// Half of the city's size is added on each side: what is near it lies in [116.5, 34.5, 118.5, 36.5].
const CITY = [117, 35, 118, 36] as const
const warned = (...ring: [number, number][]): CityFeature => ({
  id: 'w',
  mapId: 1,
  geometry: { type: 'Polygon', coordinates: [ring] } satisfies Polygon,
  properties: {},
  time: null,
})
const seen = (feature: CityFeature) => {
  const { at, bounds } = inSight(describeFeature('w', 'warning', feature), feature, CITY)
  return { at, bounds }
}

it('an area that holds the city is seen as far as the city’s surroundings, with a point in the city', () => {
  const wide = warned([110, 30], [119, 30], [119, 37], [110, 37], [110, 30])
  expect(seen(wide)).toEqual({ bounds: [116.5, 34.5, 118.5, 36.5], at: [117.5, 35.5] })
})

it('an area that reaches into a corner of the city has a point in that corner', () => {
  // A triangle that cuts the south-western corner off: inside where x + y < 152.5.
  const corner = warned([110, 30], [122.5, 30], [110, 42.5], [110, 30])
  const { at, bounds } = seen(corner)
  expect(bounds).toEqual([116.5, 34.5, 118.5, 36.5])
  const [x = 0, y = 0] = at ?? []
  expect([x >= 117, y >= 35, x + y < 152.5]).toEqual([true, true, true])
})

it('what is near the city as a whole, and what is far from it, stays as it is', () => {
  for (const west of [117.2, 130]) {
    const area = warned([west, 35.2], [west + 0.1, 35.2], [west + 0.1, 35.3], [west, 35.3], [west, 35.2])
    const detail = describeFeature('w', 'warning', area)
    expect(inSight(detail, area, CITY)).toBe(detail)
  }
})
