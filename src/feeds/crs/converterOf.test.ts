import fc from 'fast-check'
import gcoord from 'gcoord'
import { describe, expect, it } from 'vitest'
import { CRS_NAMES } from '#catalog/vocabulary.ts'
import { fromBd09, fromGcj02 } from './chinaOffset'
import { converterOf, crsOfMember, sameCrs } from './converterOf'

const degrees = (name: string, x: number, y: number): readonly [number, number] => {
  const convert = converterOf(name)
  if (convert === null) throw new Error(name)
  return convert(x, y)
}

describe('offsets of Chinese maps', () => {
  const place = fc.record({
    longitude: fc.double({ min: 75, max: 134, noNaN: true }),
    latitude: fc.double({ min: 5, max: 53, noNaN: true }),
  })

  it.each([
    ['GCJ-02', gcoord.GCJ02, fromGcj02],
    ['BD-09', gcoord.BD09, fromBd09],
  ] as const)('%s is inverted to below 1e-7 degree', (_, datum, inverse) => {
    fc.assert(
      fc.property(place, ({ longitude, latitude }) => {
        const [x = 0, y = 0] = gcoord.transform([longitude, latitude], gcoord.WGS84, datum)
        const back = inverse([x, y])
        expect(Math.abs(back[0] - longitude)).toBeLessThan(1e-7)
        expect(Math.abs(back[1] - latitude)).toBeLessThan(1e-7)
      }),
    )
  })

  it('moves a place of Zoucheng by the hundreds of metres that the offset is', () => {
    const [longitude, latitude] = degrees('gcj02', 116.97, 35.4)
    const metres = Math.hypot((116.97 - longitude) * 90_700, (35.4 - latitude) * 111_000)
    expect(metres).toBeGreaterThan(300)
    expect(metres).toBeLessThan(900)
  })
})

describe('projected systems', () => {
  // On the central meridian the easting is the false easting, and the northing is the meridian arc: for 35.4° on the
  // CGCS2000 ellipsoid 111132.9526·φ − 16038.5089·sin 2φ + 16.8327·sin 4φ − 0.0220·sin 6φ (φ in degrees before, as an
  // angle within the sines) = 3934106.522 − 15155.003 + 10.413 + 0.012 = 3918961.944 m.
  const arc =
    111132.95254 * 35.4 -
    16038.50874 * Math.sin((2 * 35.4 * Math.PI) / 180) +
    16.83261 * Math.sin((4 * 35.4 * Math.PI) / 180) -
    0.02198 * Math.sin((6 * 35.4 * Math.PI) / 180)

  it.each([
    ['EPSG:4498', 20_500_000],
    ['EPSG:4509', 500_000],
    ['EPSG:4527', 39_500_000],
    ['EPSG:4548', 500_000],
  ])('%s has its central meridian at 117° east', (name, easting) => {
    const [longitude, latitude] = degrees(name, easting, arc)
    expect(longitude).toBeCloseTo(117, 9)
    // A hundredth of a metre.
    expect(Math.abs(latitude - 35.4)).toBeLessThan(1e-7)
  })

  it.each([
    ['EPSG:4491', 13_500_000, 75],
    ['EPSG:4501', 23_500_000, 135],
    ['EPSG:4502', 500_000, 75],
    ['EPSG:4512', 500_000, 135],
    ['EPSG:4513', 25_500_000, 75],
    ['EPSG:4533', 45_500_000, 135],
    ['EPSG:4534', 500_000, 75],
    ['EPSG:4554', 500_000, 135],
    ['EPSG:32649', 500_000, 111],
    ['EPSG:32650', 500_000, 117],
    ['EPSG:32651', 500_000, 123],
  ])('%s begins its zone at the right meridian', (name, easting, meridian) => {
    expect(degrees(name, easting, 3_900_000)[0]).toBeCloseTo(meridian, 9)
  })

  it('reads Web Mercator: a sixteenth of the way round is 22.5 degrees', () => {
    const [longitude, latitude] = degrees('EPSG:3857', (2 * Math.PI * 6_378_137) / 16, 0)
    expect(longitude).toBeCloseTo(22.5, 9)
    expect(latitude).toBeCloseTo(0, 9)
  })

  it('has a converter for every name of the catalog, and for no other', () => {
    expect(CRS_NAMES.filter((name) => converterOf(name) === null)).toEqual([])
    expect(['EPSG:4555', 'EPSG:4490 ', 'epsg:4490', 'EPSG:32648', 'utm'].map(converterOf)).toEqual(Array(5).fill(null))
  })

  it('leaves geographic systems as they are', () => {
    for (const name of ['wgs84', 'cgcs2000', 'EPSG:4326', 'EPSG:4490']) {
      expect(degrees(name, 116.97, 35.4)).toEqual([116.97, 35.4])
      expect(sameCrs(name, 'wgs84')).toBe(true)
    }
    expect(sameCrs('gcj02', 'wgs84')).toBe(false)
  })
})

describe('the crs member of old GeoJSON', () => {
  it.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'wgs84'],
    ['urn:ogc:def:crs:EPSG::4490', 'EPSG:4490'],
    ['urn:ogc:def:crs:EPSG:6.9:4527', 'EPSG:4527'],
    ['EPSG:3857', 'EPSG:3857'],
    ['http://www.opengis.net/def/crs/EPSG/0/4326', 'EPSG:4326'],
    ['GCJ-02', 'gcj02'],
    ['Xian 1980', 'Xian 1980'],
  ])('%s', (name, expected) => {
    expect(crsOfMember(name)).toBe(expected)
  })
})
