import { expect, it } from 'vitest'
import { offset } from './offset'
import { stationsAlong } from './stationsAlong'

const start = [116.97, 35.4]
const corner = offset(start, 0, 100)
const end = offset(corner, 90, 100)

it('stands at even steps round a corner, looking the way the line goes', () => {
  // 200 m in all, steps of 60 m from 30 m on: 30 and 90 m northwards, 150 m eastwards; 210 m is past the end.
  const stations = stationsAlong({ type: 'LineString', coordinates: [start, corner, end] }, 60)
  expect(stations.map((station) => station.bearing)).toEqual([0, 0, 90])
  expect(stations[0]?.position[1]).toBeCloseTo(offset(start, 0, 30)[1]!, 5)
  expect(stations[2]?.position[0]).toBeCloseTo(offset(corner, 90, 50)[0]!, 5)
})

it('has none on a line shorter than its first step', () => {
  expect(stationsAlong({ type: 'LineString', coordinates: [start, corner] }, 300)).toEqual([])
})
