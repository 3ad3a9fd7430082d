import * as turf from '@turf/turf'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CityFeature } from '../model/feature'
import { hexagonGrid } from './hexagonGrid'
import { type HotSpotQuestion, hotSpots } from './hotSpots'

const NOW = Date.parse('2026-09-01T08:00:00+08:00')
const HOUR = 3_600_000
const WEEK = 168 * HOUR
const origin = [116.97, 35.4]
const question: HotSpotQuestion = {
  now: NOW,
  hours: 6,
  weeks: 4,
  origin,
  radius: 400,
  since: NOW - 5 * WEEK,
}

let serial = 0
/** So many reports of a class at a place, an hour before a moment. */
function reports(count: number, weeksAgo: number, place = origin, kind = '市容环境', hours = 1): CityFeature[] {
  return Array.from({ length: count }, () => {
    serial += 1
    const at = new Date(NOW - weeksAgo * WEEK - hours * HOUR).toISOString()
    return {
      id: `c${serial}`,
      mapId: serial,
      geometry: { type: 'Point', coordinates: place },
      properties: { stage: '上报', reported: at, class: kind },
      time: null,
    }
  })
}

describe('emerging hot spots', () => {
  // Weeks of 0, 1, 0 and 1: Σ = 2, mean 0.5, deviation √(4 · 0.25 / 3) = 0.577.
  const past = [...reports(1, 2), ...reports(1, 4)]

  it('a cell with far more than in the same hours of past weeks', () => {
    const { cells, weeks } = hotSpots([...past, ...reports(5, 0)], question)
    expect(weeks).toBe(4)
    expect(cells).toHaveLength(1)
    const [cell] = cells
    // Negative binomial, r = 2.5, p = 0.8: 1 − 0.8^2.5 (1 + 0.5 + 0.175 + 0.0525 + 0.0144375) = 0.0028566.
    expect(cell).toMatchObject({ id: '0:0', now: 5, usual: 0.5, state: 'emerging', topClass: '市容环境' })
    expect(cell!.chance).toBeCloseTo(0.0028566, 6)
    expect(cell!.spread).toBeCloseTo(0.57735, 5)
    expect(cell!.score).toBeCloseTo(2.5441, 3)
    expect(cell!.cases).toHaveLength(5)
  })

  it('a few more are usual', () => {
    // 1 − 0.8^2.5 (1 + 0.5 + 0.175) = 0.041174
    const [cell] = hotSpots([...past, ...reports(3, 0)], question).cells
    expect(cell!.chance).toBeCloseTo(0.041174, 5)
    expect(cell!.state).toBe('usual')
  })

  it('two reports are no hot spot, however quiet it was', () => {
    const [cell] = hotSpots(reports(2, 0), question).cells
    // r = 0.5: 1 − 0.8^0.5 (1 + 0.1) = 0.016130
    expect(cell!.chance).toBeCloseTo(0.01613, 5)
    expect(cell!.state).toBe('usual')
    const [three] = hotSpots(reports(3, 0), question).cells
    // Less 0.5 · 1.5 / 2 · 0.04 · 0.894427 = 0.013416
    expect(three!.chance).toBeCloseTo(0.002714, 5)
    expect(three!.state).toBe('emerging')
  })

  it('a cell that always swings does not alarm at a swing', () => {
    // Weeks of 0, 12, 0, 12: mean 6, deviation √(4 · 36 / 3) = 6.93; 18 is less than 6 + 13.86 though its chance is small.
    const swings = [...reports(12, 2), ...reports(12, 4)]
    const [cell] = hotSpots([...swings, ...reports(18, 0)], question).cells
    expect(cell!.chance).toBeLessThan(0.01)
    expect(cell!.state).toBe('usual')
    expect(hotSpots([...swings, ...reports(20, 0)], question).cells[0]!.state).toBe('emerging')
  })

  it('with too short a past nothing is known', () => {
    const since = NOW - 3 * WEEK
    const [cell] = hotSpots([...past, ...reports(9, 0)], { ...question, since }).cells
    // The first of three weeks began six hours before reports were kept.
    expect(cell).toMatchObject({ now: 9, usual: null, chance: null, score: null, state: 'unknown' })
    expect(hotSpots(past.concat(reports(9, 0)), { ...question, since: since - 6 * HOUR }).weeks).toBe(3)
    expect(hotSpots(reports(9, 0), { ...question, since: null }).cells[0]!.state).toBe('unknown')
  })

  it('only the same hours count, and nothing after now', () => {
    const elsewhen = [...reports(40, 1, origin, '市容环境', 7), ...reports(40, 1, origin, '市容环境', -1)]
    const [cell] = hotSpots([...elsewhen, ...reports(3, 0), ...reports(5, 0, origin, '市容环境', -1)], question).cells
    expect(cell).toMatchObject({ now: 3, usual: 0 })
  })

  it('cells are apart, the hottest first, with the class most are of', () => {
    const east = [116.99, 35.4]
    const { cells } = hotSpots(
      [...reports(3, 0, east, '街面秩序'), ...reports(2, 0), ...reports(4, 0, origin, '突发事件')],
      question,
    )
    expect(cells.map(({ now, topClass }) => [now, topClass])).toEqual([
      [6, '突发事件'],
      [3, '街面秩序'],
    ])
  })
})

describe('the order of cells', () => {
  const east = [116.99, 35.4]
  const west = [116.95, 35.4]

  it('an emerging cell stands before one with a smaller chance that only swings', () => {
    // The first swings: weeks of 0, 12, 0, 12 and 18 now, r = 24.5, p = 0.8, chance 0.00053 (score 3.28), usual.
    // The second: no report in four weeks and 3 now, chance 0.0027 (score 2.57), emerging.
    const swings = [...reports(12, 2), ...reports(12, 4), ...reports(18, 0)]
    const { cells } = hotSpots([...swings, ...reports(3, 0, east)], question)
    expect(cells.map(({ now, state }) => [now, state])).toEqual([
      [3, 'emerging'],
      [18, 'usual'],
    ])
    expect(cells[0]!.score).toBeLessThan(cells[1]!.score!)
  })

  it('of one state: by score, then by count', () => {
    const two = [...reports(1, 2, east), ...reports(1, 4, east), ...reports(3, 0, east)]
    const { cells } = hotSpots([...reports(1, 0), ...two, ...reports(2, 0, west)], question)
    // All usual. Scores: 1.79 for 2 after none, 1.39 for 3 after two, 0.98 for 1 after none.
    expect(cells.map(({ now }) => now)).toEqual([2, 3, 1])
    // Nothing is known: no scores, the larger count first.
    const unknown = hotSpots([...reports(1, 0), ...reports(3, 0, east), ...reports(2, 0, west)], {
      ...question,
      since: null,
    })
    expect(unknown.cells.map(({ now }) => now)).toEqual([3, 2, 1])
  })
})

describe('the hexagons', () => {
  const grid = hexagonGrid(origin, 400)

  it('each place lies in the ring of its hexagon', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        fc.double({ min: -0.1, max: 0.1, noNaN: true }),
        (x, y) => {
          const place = [origin[0]! + x, origin[1]! + y]
          const hexagon = grid.hexagonAt(place)
          // A little larger, for places on an edge.
          const ring = turf.transformScale(turf.polygon([grid.ring(hexagon)]), 1.001)
          expect(turf.booleanPointInPolygon(place, ring)).toBe(true)
        },
      ),
    )
  })

  it('is as large as its radius says', () => {
    // 3√3/2 · 400² = 415 692 m²
    expect(turf.area(turf.polygon([grid.ring({ q: 0, r: 0 })])) / 415_692).toBeCloseTo(1, 3)
    expect(grid.hexagonAt(grid.centre({ q: 7, r: -3 }))).toEqual({ q: 7, r: -3 })
  })
})
