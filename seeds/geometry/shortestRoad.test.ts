import type { Position } from 'geojson'
import { expect, it } from 'vitest'
import type { RoadSegment } from '../city/types'
import { offset } from './offset'
import { roadSearch } from './shortestRoad'

const a: Position = [116.97, 35.4]
const b = offset(a, 90, 1000)
const c = offset(a, 0, 400)
const d = offset(c, 90, 1000)

function segment(id: string, from: string, to: string, ...coordinates: Position[]): RoadSegment {
  const line = { type: 'LineString' as const, coordinates }
  return { id, zh: '', en: '', class: 'primary', from, to, line, lanes: 2, speed: 50, oneway: false, bridge: false }
}

// A bow straight from a to b is 2000 m long; by way of c and d it is 400 + 1000 + 400 = 1800 m.
const bow = segment('bow', 'a', 'b', a, offset(offset(a, 90, 500), 180, 866), b)
const search = roadSearch([
  bow,
  segment('up', 'a', 'c', a, c),
  segment('over', 'd', 'c', d, c),
  segment('down', 'd', 'b', d, b),
])

it('takes the shorter way, segments drawn against it turned round', () => {
  expect(search('a', 'b')).toEqual([a, c, d, b])
})

it('is null where no road leads', () => {
  expect(search('a', 'nowhere')).toBeNull()
})
