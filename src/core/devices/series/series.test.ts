import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CityFeature } from '../../model/feature'
import { MINUTE, START } from '../deviceFixture'
import { archivedReadings, type Reading, readingSeries, sampleEvenly, seriesPieces } from '../series'

const CYCLE = 300
const at = (minute: number, value = minute, every = CYCLE): Reading => ({ time: START + minute * MINUTE, value, every })
const minutes = (readings: readonly Reading[]) => readings.map(({ time }) => (time - START) / MINUTE)

test('a series keeps the newest readings, in order, and lets the oldest go', () => {
  const series = readingSeries(3)
  expect(series.readings()).toEqual([])
  for (const minute of [0, 5, 10, 15, 20]) series.add(at(minute))
  expect(minutes(series.readings())).toEqual([10, 15, 20])
})

test('a reading of the same moment replaces the value', () => {
  const series = readingSeries(3)
  for (const reading of [at(5), at(10), at(10, 99), at(15), at(20), at(20, 7), at(15, 8)]) series.add(reading)
  expect(series.readings()).toEqual([at(10, 99), at(15, 8), at(20, 7)])
})

test('a reading that comes late stands in its place, as far back as there is room', () => {
  const series = readingSeries(4)
  for (const minute of [20, 10, 30]) series.add(at(minute))
  expect(minutes(series.readings())).toEqual([10, 20, 30])
  series.add(at(15))
  expect(minutes(series.readings())).toEqual([10, 15, 20, 30])
  series.add(at(5))
  expect(minutes(series.readings())).toEqual([10, 15, 20, 30])
  series.add(at(25))
  expect(minutes(series.readings())).toEqual([15, 20, 25, 30])
  // A quarter of the cycle is 75 seconds: 30 s before and after would make three in a minute.
  series.add(at(24.5))
  series.add(at(24.9))
  expect(minutes(series.readings())).toEqual([20, 24.5, 25, 30])
})

test('in whatever order readings come, the newest are kept as if they had come in time', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 20 }),
      (cycles, most) => {
        const series = readingSeries(most)
        for (const cycle of cycles) series.add(at(cycle * 5))
        const inOrder = cycles.toSorted((a, b) => a - b).slice(-most)
        expect(series.readings()).toEqual(inOrder.map((cycle) => at(cycle * 5)))
      },
    ),
  )
})

test('whatever comes in, a series is in strict order of time and bounded', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 }), (times) => {
      const series = readingSeries(16)
      for (const time of times) series.add(at(time))
      const kept = minutes(series.readings())
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b))
      expect(kept.length).toBeLessThanOrEqual(16)
      if (times.length > 0) expect(kept.at(-1)).toBe(Math.max(...times))
    }),
  )
})

test('of a device that chatters no three readings are kept within a quarter of its cycle, but always the newest', () => {
  const series = readingSeries()
  // Every 15 seconds for an hour on a five-minute cycle, a quarter of which is 75 seconds.
  for (let second = 0; second <= 3600; second += 15) series.add(at(second / 60, second))
  const kept = series.readings()
  for (const [index, { time }] of kept.slice(2).entries())
    expect(time - kept[index]!.time).toBeGreaterThanOrEqual(75_000)
  // One a minute is left of four: 0, 60, 120 …
  expect(kept).toHaveLength(61)
  expect(kept.at(-1)).toEqual(at(60, 3600))
})

test('readings are joined up to two cycles apart and cut beyond', () => {
  // 5-minute cycle: 10 minutes are joined, 11 are not.
  expect(seriesPieces([at(0), at(5), at(15), at(26), at(30)]).map(minutes)).toEqual([
    [0, 5, 15],
    [26, 30],
  ])
  expect(seriesPieces([])).toEqual([])
})

test('an archive of quarter hours is not all gaps, and where it meets live readings the slower rhythm counts', () => {
  const archive = [0, 15, 30].map((minute) => at(minute, 1, 900))
  expect(seriesPieces([...archive, at(48), at(53)]).map(minutes)).toEqual([[0, 15, 30, 48, 53]])
  // 31 minutes after the last of the archive: beyond two quarters.
  expect(seriesPieces([...archive, at(61)]).map(minutes)).toEqual([[0, 15, 30], [61]])
})

test('even stretches take the mean, join within a piece and leave gaps empty', () => {
  const readings = [at(1, 2), at(4, 4), at(14, 14), at(31, 9)]
  // Stretches of 5 minutes up to 35: (0,5] mean 3; (5,10] middle 7.5 → 4 + 10·3.5/10; (10,15] 14; then a gap; (30,35] 9
  expect(sampleEvenly(readings, START, START + 35 * MINUTE, 7)).toEqual([3, 7.5, 14, null, null, null, 9])
})

test('nothing is drawn before the first and after the last reading', () => {
  expect(sampleEvenly([at(12, 5)], START, START + 20 * MINUTE, 4)).toEqual([null, null, 5, null])
  expect(sampleEvenly([], START, START + 20 * MINUTE, 2)).toEqual([null, null])
})

test('an archive gives its readings their times; null is no reading', () => {
  const archive = (properties: Readonly<Record<string, unknown>>): CityFeature =>
    Object.freeze({ id: 'x', mapId: 1, geometry: null, properties, time: null })
  const good = { device: 'SB1', start: '2026-09-01T08:00:00+08:00', step: 900, values: [1, null, 3] }
  expect(archivedReadings(archive(good))).toEqual({ device: 'SB1', readings: [at(0, 1, 900), at(30, 3, 900)] })
  for (const bad of [{ device: 7 }, { start: 'yesterday' }, { step: 0 }, { values: '1,2' }]) {
    expect(archivedReadings(archive({ ...good, ...bad }))).toBeNull()
  }
})
