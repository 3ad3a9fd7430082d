import gcoord from 'gcoord'
import proj4 from 'proj4'
import { describe, expect, it } from 'vitest'
import { readCoordinates } from './readCoordinates'

/** A county around 117.1° E 35.4° N. */
const BOUNDS = [116.7, 35.1, 117.5, 35.6] as const
const read = (text: string) =>
  readCoordinates(text, BOUNDS).map(({ at, order, crs, inCity }) => {
    const [longitude, latitude] = at.map((degrees) => degrees.toFixed(5))
    return `${longitude} ${latitude} ${order} ${crs}${inCity ? '' : ' outside'}`
  })

describe('degrees', () => {
  const HERE = '117.05000 35.40000'
  it.each([
    ['117.05,35.4', 'lonLat'],
    ['117.05, 35.4', 'lonLat'],
    ['117.05 35.4', 'lonLat'],
    ['１１７．０５，３５．４', 'lonLat'],
    ['(117.05, 35.4)', 'lonLat'],
    ['35.4,117.05', 'latLon'],
    ['117.05E 35.4N', 'lonLat'],
    ['35.4°N, 117.05°E', 'latLon'],
    ['N35.4 E117.05', 'latLon'],
    ['东经117.05 北纬35.4', 'lonLat'],
    ['北纬35.4度东经117.05度', 'latLon'],
    ['经度：117.05 纬度：35.4', 'lonLat'],
    ['lat=35.4, lon=117.05', 'latLon'],
    // 3 minutes are 0.05°, 24 minutes 0.4°.
    ['117°3′0″E 35°24′0″N', 'lonLat'],
    ['35°24\'00"N 117°03\'00"E', 'latLon'],
    ["35°24''N 117°3'E", null],
    ['117°3′，35°24′', 'lonLat'],
    ['117度3分 35度24分', 'lonLat'],
    ['北纬35度24分0秒东经117度3分0秒', 'latLon'],
    ['35 24 0 N 117 3 0 E', 'latLon'],
    ['N 35 24 E 117 3', 'latLon'],
  ])('%s', (text, order) => {
    expect(read(text)).toEqual(order === null ? [] : [`${HERE} ${order} wgs84`])
  })

  it('seconds are the 3600th part: 12" are 0.00333°, and those of the west and south are negative', () => {
    expect(read('117°3′12″E 35°24′36″N')).toEqual(['117.05333 35.41000 lonLat wgs84'])
    expect(read('70.5W 33.4S')).toEqual(['-70.50000 -33.40000 lonLat wgs84 outside'])
  })

  it('are offered in both orders where both can be, the one in the city first', () => {
    const bounds = [80, 40, 81, 41] as const
    const orders = (text: string) => readCoordinates(text, bounds).map(({ order, inCity }) => [order, inCity])
    expect(orders('80.5, 40.5')).toEqual([
      ['lonLat', true],
      ['latLon', false],
    ])
    expect(orders('40.5, 80.5')).toEqual([
      ['latLon', true],
      ['lonLat', false],
    ])
    expect(orders('80.5E 40.5N')).toEqual([['lonLat', true]])
  })

  it.each([
    '东门',
    '5G-0001',
    '12 34',
    '3,4',
    '117.05',
    '117.05,95',
    '217.05,35.4',
    '117°70′E 35°24′N',
    '117.05E 35.4E',
    '37088300001320000123',
    '117.05,35.4,8',
    '2026-09-01',
  ])('%s is none', (text) => {
    expect(read(text)).toEqual([])
  })

  it('whole numbers are a place only where the city is there', () => {
    expect(readCoordinates('117,35', [116, 34, 118, 36])).toHaveLength(1)
    expect(read('117,35')).toEqual([])
    expect(read('wgs84 117,35')).toEqual(['117.00000 35.00000 lonLat wgs84 outside'])
  })

  it.each([
    ['GCJ-02 ', gcoord.GCJ02, 'gcj02'],
    ['gcj02:', gcoord.GCJ02, 'gcj02'],
    ['高德 ', gcoord.GCJ02, 'gcj02'],
    ['BD09：', gcoord.BD09, 'bd09'],
    ['百度', gcoord.BD09, 'bd09'],
  ] as const)('%s: those of a shifted map are set right', (prefix, system, crs) => {
    const [x, y] = gcoord.transform([117.05, 35.4], gcoord.WGS84, system)
    expect(read(`${prefix}${x},${y}`)).toEqual([`117.05000 35.40000 lonLat ${crs}`])
  })
})

describe('metres of a grid', () => {
  const on = (meridian: number, zone: number) =>
    proj4(`+proj=tmerc +lon_0=${meridian} +x_0=${zone * 1e6 + 500_000} +ellps=GRS80`)
      .forward([117.05, 35.4])
      .map((metres) => metres.toFixed(2)) as [string, string]
  const [easting, northing] = on(117, 39)

  it('the zone stands before the easting: 39 is of 3°, 20 of 6°, both around 117°; either order', () => {
    expect(easting.slice(0, 2)).toBe('39')
    expect(read(`${easting}, ${northing}`)).toEqual(['117.05000 35.40000 grid EPSG:4527'])
    expect(read(`X=${northing} Y=${easting}`)).toEqual(['117.05000 35.40000 grid EPSG:4527'])
    expect(read(on(117, 20).join(' '))).toEqual(['117.05000 35.40000 grid EPSG:4498'])
    expect(readCoordinates(`${easting} ${northing}`, BOUNDS)[0]?.zone).toEqual({ meridian: 117, width: 3 })
  })

  it('or beside it, or its meridian', () => {
    const plain = easting.slice(2)
    expect(read(`39带 ${plain} ${northing}`)).toEqual(['117.05000 35.40000 grid EPSG:4527'])
    expect(read(`zone 20 ${plain} ${northing}`)).toEqual(['117.05000 35.40000 grid EPSG:4498'])
    expect(read(`中央经线117° ${plain} ${northing}`)).toEqual(['117.05000 35.40000 grid EPSG:4548'])
    // Three degrees east of there: 120.05° is no place of the county, and is said to be outside.
    expect(read(`40带 ${plain} ${northing}`)).toEqual(['120.05000 35.40000 grid EPSG:4528 outside'])
  })

  it('without a zone only where one of them holds the city', () => {
    expect(read(`${easting.slice(2)} ${northing}`)).toEqual(['117.05000 35.40000 grid EPSG:4548'])
    expect(readCoordinates(`${easting.slice(2)} ${northing}`, [10, 50, 11, 51])).toEqual([])
  })

  it('other figures of that size are none', () => {
    expect([read('24500000 3919000'), read('500000 900000'), read('39500000'), read('3919000 3919000')]).toEqual([
      [],
      [],
      [],
      [],
    ])
  })
})
