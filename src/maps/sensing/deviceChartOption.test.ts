import { expect, test } from 'vitest'
import type { DeviceSheet } from '#engine/devices/deviceVerbs.ts'
import { palettes } from '#layers/palettes.ts'
import { brokenLine, deviceChartOption } from './deviceChartOption'

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
  readings: 'readings',
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
/** Eight hours: what the chart holds for UTC is the clock of Shanghai. */
const Z = 8 * 3_600_000
const optionOf = (sheet: DeviceSheet, low: number | null = 1, high: number | null = 6) =>
  deviceChartOption({ sheet, low, high, palette: palettes.dark, words, font: { family: 'x', size: 12 } })
const seriesOf = (option: ReturnType<typeof optionOf>, id: string) => {
  const found = option.series.find((one) => one.id === id)
  if (!found) throw new Error(`no series ${id}`)
  return found
}

test('a gap is a gap: the line breaks between two pieces and is never joined', () => {
  expect(brokenLine(SHEET.pieces)).toEqual([
    [0, 2],
    [10, 3],
    [11, null],
    [100, 4],
  ])
  expect(seriesOf(optionOf(SHEET), 'readings')).toMatchObject({ connectNulls: false })
})

test('gaps are areas, limits and now are lines', () => {
  const readings = seriesOf(optionOf(SHEET), 'readings')
  expect(readings).toMatchObject({
    markArea: {
      data: [
        [{ name: 'gap', xAxis: Z + 10 }, { xAxis: Z + 100 }],
        [{ name: 'gap', xAxis: Z + 100 }, { xAxis: Z + 130 }],
      ],
    },
    markLine: { data: [{ yAxis: 6 }, { yAxis: 1 }, { xAxis: Z + 130 }] },
  })
  expect(seriesOf(optionOf(SHEET, null, null), 'readings')).toMatchObject({ markLine: { data: [{ xAxis: Z + 130 }] } })
})

test('the forecast goes on from the last reading, in its band', () => {
  const option = optionOf(SHEET)
  expect(seriesOf(option, 'forecast').data).toEqual([
    [Z + 100, 4],
    [Z + 140, 5],
  ])
  // The low edge, and the width of the band stacked on it: 5.5 − 4.5.
  expect(seriesOf(option, 'band-low').data).toEqual([[Z + 140, 4.5]])
  expect(seriesOf(option, 'band-width').data).toEqual([[Z + 140, 1]])
  const none = optionOf({ ...SHEET, forecast: { kind: 'none', why: 'too-few' } })
  expect(seriesOf(none, 'forecast').data).toEqual([])
})

test('the axis holds every value, the band and the limits', () => {
  // 1 … 6, with 6 % of 5 as room: 0.7 … 6.3
  expect(optionOf(SHEET).yAxis.min).toBeCloseTo(0.7, 9)
  expect(optionOf(SHEET).yAxis.max).toBeCloseTo(6.3, 9)
  // Without limits 2 … 5.5: 3.5 · 0.06 = 0.21
  expect(optionOf(SHEET, null, null).yAxis.min).toBeCloseTo(1.79, 9)
})

test('under a strict content policy nothing is written as HTML', () => {
  const { tooltip } = optionOf(SHEET)
  expect(tooltip.renderMode).toBe('richText')
  const said = tooltip.formatter([
    { seriesId: 'band-low', value: [Z + 140, 4.5] },
    { seriesId: 'forecast', value: [Z + 140, 5] },
    { seriesId: 'readings', value: [Z + 10, 3] },
    { seriesId: 'readings', value: [Z + 11, null] },
  ])
  expect(said).toBe('forecast t140  5 m\nband 4.5 m – 5.5 m\nt10  3 m')
})

test('days begin at midnight in Shanghai wherever the browser stands', () => {
  const option = optionOf(SHEET)
  expect(option.useUTC).toBe(true)
  // Midnight of 1 September in Shanghai is 16:00 UTC the day before; the chart holds it at 00:00 UTC.
  const midnight = Date.parse('2026-09-01T00:00:00+08:00')
  const held = midnight + Z
  expect(new Date(held).getUTCHours()).toBe(0)
  expect(option.xAxis.axisLabel.formatter(held)).toBe(`k${midnight}`)
})
