import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { bundledStandard } from '#catalog/bundledStandard.ts'
import { parseCatalog } from '#catalog/parseCatalog.ts'
import type { Catalog } from '#catalog/schema.ts'
import { readCase } from '#core/cases/caseRecord.ts'
import { deriveCase } from '#core/cases/deriveCase.ts'
import { hotSpots } from '#core/cases/hotSpots.ts'
import { applyTransition, reportCase } from '#core/cases/transitions.ts'
import { deriveDevice } from '#core/devices/deriveDevice.ts'
import type { CityFeature } from '#core/model/feature.ts'
import { admitFeed } from '#feeds/door/admitFeed.ts'
import { workingCalendar } from './catalog/workingCalendar'
import { deviceReports, lastReport } from './simulator/deviceModel'
import { deviceReading } from './simulator/devices/deviceWorld'
import { seedOf } from './simulator/draw'
import { createDemoSession } from './simulator/world/createDemoSession'

const folder = join(import.meta.dirname, '..', 'geodata')
const START = Date.parse('2026-09-01T08:00:00+08:00')
const DAY = 86_400_000

function catalogOf(): Catalog {
  const result = parseCatalog(readFileSync(join(folder, 'catalog.json')), bundledStandard())
  if (!result.ok) throw new Error(result.faults.map((fault) => `${fault.path}: ${fault.en}`).join('\n'))
  return result.catalog
}

const catalog = catalogOf()
const feedOf = (id: string) => catalog.feeds.find((feed) => feed.id === id)!
const bytesOf = (id: string) => readFileSync(join(folder, feedOf(id).source.url))

function admitted(id: string): readonly CityFeature[] {
  const admission = admitFeed(bytesOf(id), feedOf(id), catalog.city, START)
  if (!admission.ok) throw new Error(admission.failure.reason.en)
  return admission.features
}

const tally = (words: readonly unknown[]) => {
  const counts: Record<string, number> = {}
  for (const word of words) counts[String(word)] = (counts[String(word)] ?? 0) + 1
  return counts
}

describe('the city as written is the city as played', () => {
  it.each(catalog.feeds.filter(({ live }) => live?.type === 'demo').map(({ id }) => id))('%s', async (id) => {
    const feed = feedOf(id)
    const messages: unknown[] = []
    let step = () => {}
    let now = START
    await createDemoSession().open(
      {
        feed: { ...feed, calendar: catalog.calendars.city },
        city: catalog.city,
        now: () => now,
        timers: {
          set: (run) => {
            step = run
            return null
          },
          clear: () => {},
        },
        snapshot: async () => JSON.parse(bytesOf(id).toString('utf8')).features,
      },
      { opened: () => {}, message: (data) => messages.push(...data), alive: () => {}, closed: () => {} },
    )
    expect(messages).toEqual([])
    now = START + 2 * 3_600_000
    step()
    expect(messages.length).toBeGreaterThan(0)
    // All but the warnings, which leave the feed now and then, are let in by the door they came through.
    const collection = { type: 'FeatureCollection', features: messages.filter((each) => !isGone(each)) }
    const admission = admitFeed(new TextEncoder().encode(JSON.stringify(collection)), feed, catalog.city, now)
    if (!admission.ok) throw new Error(admission.failure.reason.en)
    const known = ['out-of-range']
    expect(admission.report.quarantined.filter(({ reason }) => !known.includes(reason.code))).toEqual([])
  })
})

const isGone = (message: unknown) => typeof message === 'object' && message !== null && 'deleted' in message

describe('cases', () => {
  let open: readonly CityFeature[]
  let past: readonly CityFeature[]
  beforeAll(() => {
    open = admitted('cases')
    past = admitted('cases-past')
  })

  it('leave to the app what the app derives', () => {
    for (const { properties } of [...open, ...past]) {
      for (const derived of ['clock', 'clock_due', 'stage_due', 'due']) expect(properties).not.toHaveProperty(derived)
    }
  })

  it('tell a legal way to where they stand', () => {
    for (const { id, properties } of [...open, ...past]) {
      const { history, stage, unit, returned, suspended } = readCase(properties)!
      let record = { ...reportCase({ at: history[0]!.at }), unit: 'none' as string | null }
      for (const { at, verb, stage: to, unit: named } of history.slice(1)) {
        const result = applyTransition(record, { at, verb, unit: named, to: verb === 'return' ? to : undefined })
        if (!result.ok) throw new Error(`${id}: ${verb}: ${result.reason.en}`)
        record = result.case
      }
      expect([record.stage, record.returned, record.suspended]).toEqual([stage, returned, suspended])
      expect(history.at(-1)!.at).toBeLessThanOrEqual(START)
      expect(unit).not.toBeNull()
    }
  })

  it('have every state of the clock, most of them in time', () => {
    const derive = deriveCase(feedOf('cases').clock!, catalog.calendars.city!)
    const now = tally(open.map((feature) => derive(feature, START, null).clock))
    for (const state of ['正常', '临期', '超期', '挂账', '按期办结', '超期办结'])
      expect(now[state], state).toBeGreaterThan(0)
    const before = tally(past.map((feature) => derive(feature, START, null).clock))
    const closedInTime = before.按期办结! / past.length
    expect(Object.keys(before).sort()).toEqual(['按期办结', '超期办结'].sort())
    expect(closedInTime).toBeGreaterThan(0.75)
    expect(closedInTime).toBeLessThan(0.95)
  })

  it('fill five weeks before the last six days, none twice', () => {
    const ids = [...open, ...past].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const reported = past.map(({ properties }) => readCase(properties)!.reported!)
    expect(Math.min(...reported)).toBeGreaterThan(START - 41 * DAY)
    expect(Math.max(...reported)).toBeLessThanOrEqual(START - 6 * DAY)
    expect(past.length).toBeGreaterThan(1000)
  })

  it('make two or three corners busier now than in past weeks', () => {
    const [west, south, east, north] = catalog.city.bounds
    const { cells } = hotSpots([...open, ...past], {
      now: START,
      hours: 12,
      weeks: 5,
      origin: [(west + east) / 2, (south + north) / 2],
      radius: 400,
      since: START - 41 * DAY,
    })
    const emerging = cells.filter(({ state }) => state === 'emerging')
    expect(emerging.length).toBeGreaterThanOrEqual(2)
    expect(emerging.length).toBeLessThanOrEqual(6)
    expect(emerging[0]!.now).toBeGreaterThanOrEqual(5)
  })
})

describe('devices', () => {
  it('have last read what the model says, when it says', () => {
    for (const { id, properties, time } of admitted('devices')) {
      const cycle = Number(properties.cycle)
      const seen = lastReport({ seed: seedOf(id), cycle }, START)
      expect(time).toBe(seen)
      expect(properties.value).toBe(deviceReading(String(properties.kind), seedOf(id), seen!))
    }
  })

  it('are mostly online, some late, some silent, and a few raise an alarm other than silence', () => {
    const derive = deriveDevice(feedOf('devices'))
    const derived = admitted('devices').map((feature) => derive(feature, START, null))
    const states = tally(derived.map(({ state }) => state))
    expect(states.在线).toBeGreaterThan(320)
    expect(states.迟报).toBeGreaterThan(8)
    expect(states.静默).toBeGreaterThan(4)
    expect(Object.keys(states).length).toBe(3)
    const alarms = derived.filter(({ alarm, alarm_rule }) => alarm === true && alarm_rule !== 'silent')
    expect(alarms.length).toBeGreaterThan(3)
    expect(alarms.length).toBeLessThan(40)
  })

  it('have two days of readings that agree with the model, and gaps where nothing came', () => {
    const devices = new Map(admitted('devices').map((device) => [device.id, device]))
    const series = admitted('device-series')
    expect(series.map(({ properties }) => properties.device).sort()).toEqual([...devices.keys()].sort())
    let gaps = 0
    for (const { properties } of series) {
      const { device, step, values } = properties
      if (!Array.isArray(values) || typeof step !== 'number') throw new Error(`series of ${device}`)
      const { kind, cycle } = devices.get(String(device))!.properties
      const start = Date.parse(String(properties.start))
      expect(start + (values.length - 1) * step * 1000).toBe(START)
      expect(values.length * step).toBe(2 * 86_400)
      const seed = seedOf(String(device))
      for (const index of [0, 20, values.length - 1]) {
        const at = start + index * step * 1000
        const last = deviceReports({ seed, cycle: Number(cycle) }, at - 2 * Number(cycle) * 1000 - 1, at).at(-1)
        expect(values[index]).toBe(last === undefined ? null : deviceReading(String(kind), seed, last))
      }
      gaps += values.filter((value) => value === null).length
    }
    expect(gaps).toBeGreaterThan(100)
  })
})

describe('the calendar of 2026', () => {
  it('has 33 days off, and works on weekends only where they were moved', () => {
    // 元旦 3, 春节 9, 清明 3, 劳动节 5, 端午 3, 中秋 3, 国庆 7.
    expect(workingCalendar.holidays.length).toBe(33)
    const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()
    expect(workingCalendar.workdays.map(weekday).every((day) => day === 0 || day === 6)).toBe(true)
    expect(workingCalendar.workdays.filter((date) => workingCalendar.holidays.includes(date))).toEqual([])
  })
})
