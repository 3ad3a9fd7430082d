import * as turf from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { random } from '#seeds/random.ts'
import type { CityFeature } from '../model/feature'
import { duplicateGroups, duplicatePairs, duplicatesOf } from './duplicates'

const NOON = Date.parse('2026-09-01T12:00:00+08:00')

function reported(
  id: string,
  at: readonly [number, number],
  minutes: number,
  more: Readonly<Record<string, unknown>> = {},
): CityFeature {
  const time = new Date(NOON + minutes * 60_000).toISOString()
  const properties = { stage: '上报', reported: time, code: '0101', class: '市容环境', ...more }
  return { id, mapId: 1, geometry: { type: 'Point', coordinates: [...at] }, properties, time: null }
}

const here = [116.96, 35.4] as const
/** So many metres north: a degree of the meridian is 2π·6 371 008.8 / 360 = 111 195.08 m. */
const north = (metres: number) => [here[0], here[1] + metres / 111_195.08] as const
const reach = { metres: 60, hours: 24 }

describe('cases that may be one matter', () => {
  it('are near, close in time and of the same code; the class alone counts for less', () => {
    const one = reported('one', here, 0)
    const found = duplicatesOf(
      one,
      [
        one,
        reported('near', north(30), 360),
        reported('class', north(30), 360, { code: '0104' }),
        reported('other', north(30), 360, { code: '0104', class: '街面秩序' }),
        reported('far', north(61), 0),
        reported('late', here, 24 * 60 + 1),
        reported('early', here, -24 * 60),
        reported('edge', north(60), 0),
      ],
      reach,
    )
    // 30 of 60 m takes 0.25, 6 of 24 h takes 0.125: 0.625; with the class alone 0.6 of it. The edges keep a half.
    expect(found.map(({ feature, same, score }) => [feature.id, same, score.toFixed(3)])).toEqual([
      ['near', 'code', '0.625'],
      ['early', 'code', '0.500'],
      ['edge', 'code', '0.500'],
      ['class', 'class', '0.375'],
    ])
    expect(found[0]).toMatchObject({ minutes: 360 })
    expect(found[0]!.metres).toBeCloseTo(30, 3)
  })

  it('cases without a code or class, or without a place, are nobody’s duplicates', () => {
    const bare = reported('bare', here, 0, { code: '', class: undefined })
    const nowhere: CityFeature = { ...reported('nowhere', here, 0), geometry: null }
    expect(duplicatePairs([bare, reported('a', here, 0), nowhere, { ...bare, id: 'other' }], reach)).toEqual([])
    expect(duplicatesOf(nowhere, [reported('a', here, 0)], reach)).toEqual([])
  })

  it('all pairs are those that comparing each with each by Turf finds', () => {
    const dice = random('duplicates')
    const cases = Array.from({ length: 250 }, (_, index) =>
      reported(`c${index}`, [dice.between(116.96, 116.966), dice.between(35.4, 35.405)], dice.between(0, 4000), {
        code: dice.pick(['0101', '0104', '0501']),
        class: dice.pick(['市容环境', '街面秩序']),
      }),
    )
    const expected: string[] = []
    for (const [index, a] of cases.entries()) {
      for (const b of cases.slice(index + 1)) {
        const metres = turf.distance(a.geometry as never, b.geometry as never, { units: 'meters' })
        const hours =
          Math.abs(Date.parse(String(a.properties.reported)) - Date.parse(String(b.properties.reported))) / 3.6e6
        const alike = a.properties.code === b.properties.code || a.properties.class === b.properties.class
        if (metres <= 60 && hours <= 24 && alike) expected.push(`${a.id} ${b.id}`)
      }
    }
    const pairs = duplicatePairs(cases, reach)
    expect(expected.length).toBeGreaterThan(50)
    expect(pairs.map(({ a, b }) => `${a.id} ${b.id}`).sort()).toEqual(expected.sort())
    for (const { score } of pairs) {
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })

  it('hang together in groups, the largest first', () => {
    const cases = [
      reported('a', here, 0),
      reported('b', north(50), 0),
      // Too far from a, near b.
      reported('c', north(100), 0),
      reported('x', north(5000), 0),
      reported('y', north(5010), 0),
      reported('alone', north(9000), 0),
    ]
    const groups = duplicateGroups(duplicatePairs(cases, reach))
    expect(groups.map((group) => group.map(({ id }) => id).sort())).toEqual([
      ['a', 'b', 'c'],
      ['x', 'y'],
    ])
  })
})
