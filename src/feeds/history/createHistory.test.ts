import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CityFeature } from '#core/model/feature.ts'
import { createHistory, type HistoryLimits } from './createHistory'
import { memoryHistory } from './historyStore'
import type { HistoryEntry } from './segment'

const feature = (id: string, value: number): CityFeature => ({
  id,
  mapId: Number(id),
  geometry: null,
  properties: { value },
  time: null,
})
const SMALL: HistoryLimits = { records: 12, entries: 3 }
const values = (features: readonly CityFeature[] | null) =>
  features?.map(({ id, properties }) => `${id}=${properties.value}`)

/** A feed of one feature that takes the value of each arrival, written after every second of them. */
async function filled(arrivals: readonly number[], limits?: HistoryLimits, store = memoryHistory()) {
  const history = createHistory(store, limits)
  await history.open('city', true)
  history.begin('cases', 0, [feature('1', 0)])
  for (const [at, arrival] of arrivals.entries()) {
    const now = feature('1', arrival)
    history.record('cases', [{ id: '1', arrival, feature: now }], [now])
    if (at % 2 === 1) await history.flush()
  }
  return { history, store }
}

describe('history', () => {
  it('shows any moment of what it holds, written or not', async () => {
    const { history } = await filled([10, 20, 30])
    expect(values(await history.at('cases', 0, 'known'))).toEqual(['1=0'])
    expect(values(await history.at('cases', 19, 'known'))).toEqual(['1=10'])
    expect(values(await history.at('cases', 30, 'known'))).toEqual(['1=30'])
    expect(await history.at('cases', -1, 'known')).toBe(null)
    expect(await history.at('devices', 10, 'known')).toBe(null)
  })

  it('lets go of the oldest stretches and says from when on it knows', async () => {
    // Stretches of three entries and one feature: 4 records each, of which 12 may stay, the open one among them.
    const { history, store } = await filled([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], SMALL)
    await history.flush()
    // [0–30] [30–60] [60–90] [90–]: 4 + 4 + 4 + 2 records; the first leaves.
    expect(history.timeline().from).toBe(30)
    expect(await history.at('cases', 29, 'known')).toBe(null)
    expect(values(await history.at('cases', 30, 'known'))).toEqual(['1=30'])
    expect(values(await history.at('cases', 75, 'known'))).toEqual(['1=70'])
    expect((await store.keys()).some((key) => key.includes('000000001'))).toBe(false)
  })

  it('is known from when the feeds of a page are all in; one that comes much later does not take the past away', () => {
    const history = createHistory(memoryHistory())
    expect(history.timeline().from).toBe(null)
    history.begin('cases', 1_000, [])
    history.begin('devices', 4_500, [])
    expect(history.timeline().from).toBe(4_500)
    // A minute after the first and more.
    history.begin('vehicles', 61_001, [])
    expect(history.timeline().from).toBe(4_500)
  })

  it('counts changes by the minute of their arrival', async () => {
    const { history } = await filled([10_000, 59_999, 60_000])
    expect(history.timeline().minutes).toEqual([
      [0, 2],
      [60_000, 1],
    ])
  })

  it('is taken up by the next page, or forgotten', async () => {
    const { history, store } = await filled([10, 20])
    await history.flush()
    const next = createHistory(store)
    await next.open('city', true)
    next.begin('cases', 100, [feature('1', 100)])
    expect(values(await next.at('cases', 15, 'known'))).toEqual(['1=10'])
    expect(values(await next.at('cases', 100, 'known'))).toEqual(['1=100'])
    const other = createHistory(store)
    await other.open('city', false)
    expect(await store.keys()).toEqual([])
    expect(await other.at('cases', 15, 'known')).toBe(null)
  })
})

it('is at every moment what the feed was then, wherever stretches end and writing falls', async () => {
  const steps = fc.array(
    fc.record({
      id: fc.constantFrom('1', '2', '3'),
      value: fc.option(fc.integer({ min: 0, max: 99 })),
      flush: fc.boolean(),
    }),
    { minLength: 1, maxLength: 25 },
  )
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 2, max: 6 }), async (changes, entries) => {
      const history = createHistory(memoryHistory(), { records: 1_000, entries })
      await history.open('city', true)
      let now = new Map([['1', feature('1', 1)]])
      const seen: (readonly CityFeature[])[] = [[...now.values()]]
      history.begin('cases', 0, [...now.values()])
      for (const [at, { id, value, flush }] of changes.entries()) {
        const changed = value === null ? null : feature(id, value)
        now = new Map(now)
        if (changed) now.set(id, changed)
        else now.delete(id)
        const entry: HistoryEntry = { id, arrival: at + 1, feature: changed }
        history.record('cases', [entry], [...now.values()])
        seen.push([...now.values()])
        if (flush) await history.flush()
      }
      for (const [at, features] of seen.entries()) {
        expect(new Set(await history.at('cases', at, 'known'))).toEqual(new Set(features))
      }
    }),
  )
})
