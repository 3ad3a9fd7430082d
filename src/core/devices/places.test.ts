import { expect, test } from 'vitest'
import { greatCircleDistance, sphericalArea } from '../geo/sphere'
import type { CityFeature, Footprint } from '../model/feature'
import { gridState, senseGrids } from './blindGrids'
import { viewSectors } from './viewSectors'

function feature(id: string, geometry: CityFeature['geometry'], more: object = {}, footprint?: Footprint): CityFeature {
  return Object.freeze({
    id,
    mapId: 1,
    geometry,
    properties: Object.freeze({ ...more }),
    time: null,
    ...(footprint && { footprint }),
  })
}
const grid = (id: string, west: number) =>
  feature(id, {
    type: 'Polygon',
    coordinates: [
      [
        [west, 35],
        [west + 0.01, 35],
        [west + 0.01, 35.01],
        [west, 35.01],
        [west, 35],
      ],
    ],
  })
const device = (id: string, longitude: number, more: object) =>
  feature(id, { type: 'Point', coordinates: [longitude, 35.005] }, more)

test('a grid is sensed, dark or bare, of any kind or of one', () => {
  const grids = [grid('a', 117), grid('b', 117.02), grid('c', 117.04)]
  const devices = [
    device('1', 117.005, { kind: '水位', state: '在线' }),
    device('2', 117.006, { kind: '雨量', state: '静默' }),
    device('3', 117.025, { kind: '水位', state: '迟报' }),
    device('4', 117.035, { kind: '水位', state: '在线' }), // between the grids
  ]
  const sensed = senseGrids(grids, devices)
  expect(sensed.map(({ grid: { id }, devices, online }) => [id, devices, online])).toEqual([
    ['a', 2, 1],
    ['b', 1, 0],
    ['c', 0, 0],
  ])
  const states = (kind: string | null) => sensed.map((each) => gridState(each, kind))
  expect(states(null)).toEqual(['sensed', 'dark', 'bare'])
  expect(states('水位')).toEqual(['sensed', 'dark', 'bare'])
  expect(states('雨量')).toEqual(['dark', 'bare', 'bare'])
})

test('a device on the edge of two grids senses both; one without a state is not held to be dark', () => {
  const sensed = senseGrids([grid('a', 117), grid('b', 117.01)], [device('1', 117.01, {})])
  expect(sensed.map(({ online }) => online)).toEqual([1, 1])
  expect(senseGrids([grid('a', 117)], [])[0]).toMatchObject({ devices: 0, online: 0 })
})

test('a sector is drawn with its apex at the camera, its reach and its width', () => {
  const centre = [117, 35.4]
  const camera = feature(
    'c',
    { type: 'Point', coordinates: centre },
    { name: '南门', status: '完好' },
    { radius: 80, azimuth: 90, beamwidth: 60 },
  )
  const [sector] = viewSectors([camera])
  const ring = sector!.geometry.coordinates[0]!
  expect(ring[0]).toEqual(centre)
  expect(ring.at(-1)).toEqual(centre)
  for (const place of ring) expect(greatCircleDistance(centre, place)).toBeLessThan(80.1)
  // Looking east: all of it is east of the camera. Area: 60/360 · π · 80² = 3351 m².
  expect(Math.min(...ring.map(([longitude]) => longitude!))).toBe(117)
  expect(sphericalArea(sector!.geometry)).toBeCloseTo((Math.PI * 80 ** 2) / 6, -1)
  expect(sector?.properties).toEqual({ id: 'c', name: '南门', status: '完好' })
})

test('a camera that looks all round is a disc; one without reach or footprint sees nothing', () => {
  const at = { type: 'Point' as const, coordinates: [117, 35.4] }
  const [disc] = viewSectors([feature('d', at, {}, { radius: 50, azimuth: null, beamwidth: null })])
  expect(sphericalArea(disc!.geometry)).toBeCloseTo(Math.PI * 2500, -1)
  expect(viewSectors([feature('e', at), feature('f', at, {}, { radius: 0, azimuth: null, beamwidth: null })])).toEqual(
    [],
  )
})
