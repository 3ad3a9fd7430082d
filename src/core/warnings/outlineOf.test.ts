import type { Polygon } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { CityFeature } from '../model/feature'
import { canonicalCode, codesOf, indexZones, outlineOf } from './outlineOf'

const square = (west: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 1],
      [west, 0],
    ],
  ],
})
const zone = (id: string, west: number, properties: Record<string, unknown> = {}): CityFeature =>
  Object.freeze({
    id,
    mapId: 1,
    geometry: Object.freeze(square(west)),
    properties: Object.freeze(properties),
    time: null,
  })

const city = { code: '370883', name: { zh: '邹城市' }, bounds: [10, 0, 11, 1] as const }
const towns = indexZones([
  zone('370883001', 1),
  zone('t2', 2, { code: '370883002000' }),
  zone('t3', 3, { name: '东镇' }),
])
const boundary = indexZones([zone('370883', 5)])
const westOf = (...codes: string[]) => {
  const outline = outlineOf(codesOf(codes), [towns, boundary], city)
  return outline?.geometry.coordinates.flat(3)[0] ?? null
}

it('reads codes from a text or a list, with and without a name', () => {
  expect(codesOf(['GB/T 2260=370883', '=370883001000', 'x=', 7])).toEqual(['370883', '370883001'])
  expect(codesOf('370883')).toEqual(['370883'])
  expect(codesOf(undefined)).toEqual([])
})

it('takes codes of administrative areas that are filled up with zeros as what they are', () => {
  const codes = ['370883000000', '370883000', '370883001000', '370883001001', '370800', 'SDZ042', '1000000']
  expect(codes.map(canonicalCode)).toEqual([
    '370883',
    '370883',
    '370883001',
    '370883001001',
    '370800',
    'SDZ042',
    '1000000',
  ])
})

describe('the outline of codes', () => {
  it('is that of the zone with the code as its id or its code', () => {
    expect(westOf('370883001')).toBe(1)
    expect(westOf('370883001000')).toBe(1)
    expect(westOf('370883002')).toBe(2)
    expect(westOf('370883009')).toBeNull()
    // A name is no code.
    expect(westOf('东镇')).toBeNull()
  })

  it('is that of several zones together', () => {
    const outline = outlineOf(['370883001', '370811003', '370883002'], [towns], city)
    expect(outline).toMatchObject({
      geometry: { type: 'MultiPolygon' },
      by: ['370883001', '370883002'],
      roughly: false,
    })
    expect(outline?.geometry.coordinates).toHaveLength(2)
  })

  it('is the city’s for its own code and for those of its prefecture and its province, whatever else is named', () => {
    for (const code of ['370883', '370883000000', '370800', '370000'])
      expect([code, westOf('370883001', code)]).toEqual([code, 5])
    for (const code of ['370700', '360000', '370811', '37088']) expect([code, westOf(code)]).toEqual([code, null])
  })

  it('of the city is the zone of its name where none has its code, else its bounds, which is said', () => {
    const named = outlineOf(['370883'], [towns, indexZones([zone('land', 7, { name: '邹城市' })])], city)
    expect(named).toMatchObject({ roughly: false, geometry: square(7) })
    const box = outlineOf(['370883'], [towns], city)
    expect(box).toMatchObject({ roughly: true, by: ['370883'] })
    expect(box?.geometry.coordinates[0]?.[0]).toEqual([10, 0])
  })
})
