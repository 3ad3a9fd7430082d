import { describe, expect, it } from 'vitest'
import { deviceReports, deviceValue, lastReport } from './deviceModel'
import { deviceProfiles } from './devices/deviceProfiles'
import { rainRate, rainResponse } from './devices/rainfall'
import { seedOf } from './draw'

const start = Date.UTC(2026, 8, 1)
const HOUR = 3_600_000
const DAY = 24 * HOUR
const kinds = Object.keys(deviceProfiles)
const times = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) }, (_, index) => from + index * step)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('deviceValue', () => {
  it('is the same for the same kind, seed and time, whatever was asked before', () => {
    const asked = times(start, start + DAY, 1_700_000).map((time) => deviceValue('积水', 7, time))
    const again = times(start, start + DAY, 1_700_000)
      .reverse()
      .map((time) => deviceValue('积水', 7, time))
    expect(again.reverse()).toEqual(asked)
    expect(deviceValue('水位', 7, start)).not.toBe(deviceValue('水位', 8, start))
  })

  it.each(kinds)('%s stays within what the instrument can show', (kind) => {
    const { least, most } = deviceProfiles[kind]!
    for (let seed = 1; seed <= 20; seed++) {
      for (const time of times(start - 9 * DAY, start + 9 * DAY, 3 * HOUR)) {
        const value = deviceValue(kind, seed, time)
        expect(value >= least && value <= most, `${kind} ${value}`).toBe(true)
      }
    }
  })

  it('has a day: noise is louder at three in the afternoon than at three at night', () => {
    const at = (hour: number) =>
      mean(
        times(0, 20, 1).flatMap((day) =>
          [1, 2, 3, 4].map((seed) => deviceValue('噪声', seed, start + (hour - 8) * HOUR - day * DAY)),
        ),
      )
    // Half a swing of 6 dB: 12 dB between the top and the bottom of the day, less what the second swing takes.
    expect(at(15) - at(3)).toBeGreaterThan(7)
    expect(at(15) - at(3)).toBeLessThan(16)
  })

  it('hangs together: five minutes apart is nearer than five hours apart', () => {
    const apart = (gap: number) =>
      mean(
        times(start, start + 6 * DAY, HOUR).map((time) =>
          Math.abs(deviceValue('大棚温度', 3, time + gap) - deviceValue('大棚温度', 3, time)),
        ),
      )
    expect(apart(300_000) * 5).toBeLessThan(apart(5 * HOUR))
  })

  it('refuses a kind it does not know', () => {
    expect(() => deviceValue('心情', 1, start)).toThrow('心情')
  })
})

describe('rain', () => {
  it('falls on the morning of the demonstration; water stands highest after the rain is heaviest', () => {
    const morning = times(start - 3 * HOUR, start + 12 * HOUR, 300_000)
    const top = (of: (time: number) => number) =>
      morning.reduce((best, time) => (of(time) > of(best) ? time : best), morning[0]!)
    const rain = top(rainRate)
    const puddle = top((time) => rainResponse(time, 0.7 * HOUR))
    const river = top((time) => rainResponse(time, 3.5 * HOUR))
    expect(rainRate(rain)).toBeGreaterThan(10)
    expect(puddle).toBeGreaterThan(rain)
    expect(river).toBeGreaterThan(puddle)
  })

  it('raises gauges, then standing water, and both fall again', () => {
    const at = (kind: string, hours: number) =>
      mean(times(1, 40, 1).map((seed) => deviceValue(kind, seed, start + hours * HOUR)))
    expect(at('雨量', -12)).toBeLessThan(0.5)
    expect(at('雨量', 0)).toBeGreaterThan(4)
    expect(at('积水', 1)).toBeGreaterThan(at('积水', -12) + 1)
    expect(at('积水', 30)).toBeLessThan(at('积水', 1))
  })
})

describe('deviceReports', () => {
  const steady = (cycle: number) =>
    times(1, 400, 1)
      .map((index) => ({ seed: seedOf(`device ${index}`), cycle }))
      .filter((device) => deviceReports(device, start, start + 2 * DAY).length > (2 * DAY) / (cycle * 1000) - 3)

  it('reports every cycle within a jitter of a sixth', () => {
    const device = steady(600)[0]!
    const reports = deviceReports(device, start, start + 2 * DAY)
    const gaps = reports.slice(1).map((time, index) => time - reports[index]!)
    // Two neighbours move by a twelfth of 600 s each at most: gaps of 500 to 700 s.
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(500_000)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(700_000)
    expect(reports.length).toBeGreaterThanOrEqual(287)
  })

  it('is the same however the time is cut', () => {
    const device = { seed: 5, cycle: 300 }
    const whole = deviceReports(device, start, start + DAY)
    const cuts = times(0, 97, 1).map((index) => start + (index * DAY) / 97)
    const parts = cuts.flatMap((from, index) => deviceReports(device, from, cuts[index + 1] ?? start + DAY))
    expect(parts).toEqual(whole)
  })

  it('leaves some devices late and some silent, most are on time', () => {
    const ages = times(0, 1000, 1).map((index) => {
      const device = { seed: seedOf(`SB${index}`), cycle: 300 }
      return (start - (lastReport(device, start) ?? 0)) / 300_000
    })
    const silent = ages.filter((cycles) => cycles > 6).length
    const late = ages.filter((cycles) => cycles > 2 && cycles <= 6).length
    expect(silent).toBeGreaterThan(10)
    expect(silent).toBeLessThan(80)
    expect(late).toBeGreaterThan(20)
    expect(late).toBeLessThan(150)
  })

  it('finds the last report', () => {
    const device = { seed: 11, cycle: 900 }
    expect(lastReport(device, start)).toBe(deviceReports(device, start - 6 * DAY, start).at(-1))
  })
})
