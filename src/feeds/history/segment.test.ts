import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CityFeature } from '#core/model/feature.ts'
import { type HistoryEntry, stateAt } from './segment'

const feature = (id: string, time: number | null, value: number): CityFeature => ({
  id,
  mapId: Number(id),
  geometry: null,
  properties: { value },
  time,
})
const put = (id: string, arrival: number, time: number | null, value: number): HistoryEntry => ({
  id,
  arrival,
  feature: feature(id, time, value),
})
const gone = (id: string, arrival: number): HistoryEntry => ({ id, arrival, feature: null })
const values = (features: readonly CityFeature[]) => features.map(({ id, properties }) => `${id}=${properties.value}`)

const BASE = [feature('1', 0, 10), feature('2', 0, 20)]
/** What device 1 measured at 5 arrives at 30, after what it measured at 20. */
const LATE = [put('1', 20, 20, 12), put('3', 25, 24, 30), put('1', 30, 5, 11), gone('2', 40)]

describe('what was known at a moment', () => {
  it('is what had arrived by then, the latest arrival of each', () => {
    expect(values(stateAt(BASE, LATE, 19, 'known'))).toEqual(['1=10', '2=20'])
    expect(values(stateAt(BASE, LATE, 20, 'known'))).toEqual(['1=12', '2=20'])
    expect(values(stateAt(BASE, LATE, 30, 'known'))).toEqual(['1=11', '2=20', '3=30'])
    expect(values(stateAt(BASE, LATE, 40, 'known'))).toEqual(['1=11', '3=30'])
  })
})

it('what came after something newer was never known, and still happened', () => {
  const late = LATE.map((entry): HistoryEntry => (entry.arrival === 30 ? { ...entry, late: true } : entry))
  expect(values(stateAt(BASE, late, 30, 'known'))).toEqual(['1=12', '2=20', '3=30'])
  expect(values(stateAt(BASE, late, 5, 'happened'))).toEqual(['1=11', '2=20'])
})

describe('what had happened by a moment', () => {
  it('stands at the time of the data, however late it came', () => {
    expect(values(stateAt(BASE, LATE, 4, 'happened'))).toEqual(['1=10', '2=20'])
    expect(values(stateAt(BASE, LATE, 5, 'happened'))).toEqual(['1=11', '2=20'])
    expect(values(stateAt(BASE, LATE, 20, 'happened'))).toEqual(['1=12', '2=20'])
    expect(values(stateAt(BASE, LATE, 30, 'happened'))).toEqual(['1=12', '2=20', '3=30'])
    // Gone has no time of its own: it counts from its arrival.
    expect(values(stateAt(BASE, LATE, 39, 'happened'))).toEqual(['1=12', '2=20', '3=30'])
    expect(values(stateAt(BASE, LATE, 40, 'happened'))).toEqual(['1=12', '3=30'])
  })
})

const entries = fc
  .array(
    fc.record({
      id: fc.constantFrom('1', '2', '3', '4'),
      step: fc.integer({ min: 0, max: 5 }),
      lag: fc.integer({ min: 0, max: 9 }),
      value: fc.option(fc.integer({ min: 0, max: 9 })),
    }),
    { maxLength: 40 },
  )
  .map((steps) => {
    let arrival = 0
    return steps.map(({ id, step, lag, value }): HistoryEntry => {
      arrival += step
      return value === null ? gone(id, arrival) : put(id, arrival, arrival - lag, value)
    })
  })

it('at the end knows what applying every entry in order gives', () => {
  fc.assert(
    fc.property(entries, (log) => {
      const applied = new Map(BASE.map((each) => [each.id, each]))
      for (const { id, feature: now } of log) {
        if (now) applied.set(id, now)
        else applied.delete(id)
      }
      expect(new Set(stateAt(BASE, log, Number.POSITIVE_INFINITY, 'known'))).toEqual(new Set(applied.values()))
    }),
  )
})

it('never shows what is of later than the moment, unless it was there from the beginning', () => {
  fc.assert(
    fc.property(entries, fc.integer({ min: 0, max: 60 }), (log, at) => {
      for (const { time, id } of stateAt(BASE, log, at, 'happened')) {
        if (!BASE.some((each) => each.id === id)) expect(time).toBeLessThanOrEqual(at)
      }
    }),
  )
})
