import { expect, test } from 'vitest'
import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'
import { palettes } from '#layers/palettes.ts'
import { chartContent, nearestRow } from './chartContent'

const SHEET: DeviceSheet = {
  reporting: null,
  cycle: 300,
  limits: null,
  pieces: [
    [
      [0, 2],
      [10, 3],
    ],
    [[100, 4]],
  ],
  gaps: [
    [10, 100],
    [100, 130],
  ],
  trail: [],
  forecast: {
    kind: 'forecast',
    method: 'seasonal',
    points: [{ time: 140, value: 5, low: 4.5, high: 5.5 }],
    error: { seasonal: 0.1, naive: 0.2 },
    origins: 24,
    within: 0.8,
  },
  alarms: [],
  cleared: [],
  now: 130,
}
const words = {
  forecast: 'forecast',
  band: 'band',
  gap: 'gap',
  low: 'low 1',
  high: 'high 6',
  now: 'now',
  value: (value: number) => `${value} m`,
  time: (time: number) => `t${time}`,
  tick: (time: number) => `k${time}`,
  figure: (value: number) => `${value}`,
}
const HOUR = 3_600_000
const contentOf = (sheet: DeviceSheet, low: number | null = 1, high: number | null = 6) =>
  chartContent({ sheet, low, high, palette: palettes.dark, words, font: { family: 'x', size: 12 } })
const unforetold: DeviceSheet = { ...SHEET, forecast: { kind: 'none', why: 'too-few' } }

test('a gap is a gap: the line breaks between two pieces and is never joined', () => {
  const { times, readings } = contentOf(SHEET)
  expect(times).toEqual([0, 10, 11, 100, 140])
  // Null breaks the line; the row of the forecast is none of the readings' and breaks nothing.
  expect(readings).toEqual([2, 3, null, 4, undefined])
})

test('a reading alone between gaps is marked: a line of one point is not seen', () => {
  expect(contentOf(SHEET).alone).toEqual([3])
  expect(contentOf({ ...SHEET, pieces: SHEET.pieces.slice(0, 1) }).alone).toEqual([])
})

test('gaps are areas, limits and now are lines', () => {
  const content = contentOf(SHEET)
  expect(content.gaps).toEqual([
    [10, 100],
    [100, 130],
  ])
  expect(content.limits).toEqual([
    { value: 6, label: 'high 6' },
    { value: 1, label: 'low 1' },
  ])
  expect(content.now).toBe(130)
  expect(contentOf(SHEET, null, null).limits).toEqual([])
  // Nought is a limit.
  expect(contentOf(SHEET, 0, null).limits).toEqual([{ value: 0, label: 'low 1' }])
})

test('the forecast goes on from the last reading, in its band', () => {
  const { expected, band } = contentOf(SHEET)
  expect(expected).toEqual([undefined, undefined, undefined, 4, 5])
  expect(band).toEqual([{ time: 140, value: 5, low: 4.5, high: 5.5 }])
  const none = contentOf(unforetold)
  expect(none.expected.filter((value) => value !== undefined)).toEqual([])
  expect(none.band).toEqual([])
})

test('the axis of values holds every value, the band and the limits', () => {
  // 1 … 6, with 6 % of 5 as room: 0.7 … 6.3
  expect(contentOf(SHEET).extent[0]).toBeCloseTo(0.7, 9)
  expect(contentOf(SHEET).extent[1]).toBeCloseTo(6.3, 9)
  // Without limits 2 … 5.5: 3.5 · 0.06 = 0.21
  expect(contentOf(SHEET, null, null).extent[0]).toBeCloseTo(1.79, 9)
  // What is never below nought has no axis below it: 0.1 − 0.06 · 5.9 would be.
  expect(contentOf(SHEET, 0.1, 6).extent[0]).toBe(0)
  expect(contentOf({ ...SHEET, pieces: [], forecast: unforetold.forecast }, null, null).extent).toEqual([0, 1])
})

test('the axis of time reaches from the first reading over the forecast, and to the present where there is none', () => {
  const sheet = { ...SHEET, now: 5 * HOUR }
  const points = [{ time: 6 * HOUR, value: 5, low: 4, high: 6 }]
  expect(contentOf({ ...sheet, forecast: { ...SHEET.forecast, points } as DeviceSheet['forecast'] }).span).toEqual([
    0,
    6 * HOUR,
  ])
  expect(contentOf({ ...unforetold, now: 5 * HOUR }).span).toEqual([0, 5 * HOUR])
  // A device that has only just begun: an hour all the same.
  expect(contentOf({ ...unforetold, pieces: [[[0, 2]]], gaps: [], now: 0 }).span).toEqual([-HOUR, 0])
})

test('of a reading its time and value are said, of the forecast its band too', () => {
  const { said } = contentOf(SHEET)
  expect(said(1)).toEqual(['t10  3 m'])
  expect(said(4)).toEqual(['forecast t140  5 m', 'band 4.5 m – 5.5 m'])
  // The last reading is one, though the forecast begins at it; a break says nothing.
  expect(said(3)).toEqual(['t100  4 m'])
  expect(said(2)).toEqual([])
})

test('the pointer finds the nearest row that says something', () => {
  const content = contentOf(SHEET)
  expect(nearestRow(content, -50)).toBe(0)
  expect(nearestRow(content, 6)).toBe(1)
  // 11 breaks the line; of 10 and 100 the nearer one to 54 is 10.
  expect(nearestRow(content, 11)).toBe(1)
  expect(nearestRow(content, 54)).toBe(1)
  expect(nearestRow(content, 56)).toBe(3)
  expect(nearestRow(content, 900)).toBe(4)
  expect(nearestRow({ ...content, times: [] }, 0)).toBeNull()
})
