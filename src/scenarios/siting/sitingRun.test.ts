import { afterEach, expect, test, vi } from 'vitest'
import type { SitingAnswer } from '#engine/siting/sitingRequest.ts'
import type { SitingFound, SitingNews, SitingSearch } from '#engine/siting/sitingSearch.ts'
import { beginSiting, clearSiting, stopSiting, useSitingRun } from './sitingRun'

const start: SitingAnswer = {
  ok: true,
  indicator: 'row',
  metric: 'value',
  before: { value: 0.5, numerator: 1, denominator: 2, star: 3, weight: 1 },
  demand: 2,
  candidates: 7,
  task: new Blob(['{}']),
  standing: 0,
  refused: [],
  weightless: 0,
}
const request = { scope: null, indicator: 'row', metric: null, weight: null, candidates: { grid: 500 } }
const settings = { most: 2, seed: 1, seconds: 5 }
const found = (steps: number): SitingFound => ({ built: [], curve: [], proved: false, merged: 0, steps, edits: [] })
const now = () => useSitingRun.getState().run

/** A search that says and ends what the test wants. */
function search() {
  let tell: (news: SitingNews) => void = () => {}
  let end: (found: SitingFound) => void = () => {}
  let fail: (why: Error) => void = () => {}
  const ended = new Promise<SitingFound>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  const made: SitingSearch = { ended, stop: vi.fn(), close: vi.fn(() => fail(new Error('closed'))) }
  return {
    made,
    end: (found: SitingFound) => end(found),
    tell: (news: SitingNews) => tell(news),
    city: {
      startSiting: async (_task: Blob, _settings: object, hear: (news: SitingNews) => void = () => {}) => {
        tell = hear
        return made
      },
    },
  }
}
const settled = () => new Promise((done) => setTimeout(done, 0))

afterEach(clearSiting)

test('says how far it has come, is stopped with what it has, and ends', async () => {
  const one = search()
  const ended = beginSiting(one.city, { sitingTask: async () => start }, request, settings)
  expect(now().kind).toBe('preparing')
  await settled()
  one.tell({ kind: 'reading', done: 3, of: 7 })
  expect(now()).toMatchObject({ kind: 'reading', done: 3, of: 7 })
  one.tell({ kind: 'better', found: found(4) })
  expect(now()).toMatchObject({ kind: 'searching', found: { steps: 4 } })
  stopSiting()
  expect(one.made.stop).toHaveBeenCalledOnce()
  one.end(found(5))
  await ended
  expect(now()).toMatchObject({ kind: 'ended', found: { steps: 5 }, start: { candidates: 7 } })
})

test('another search ends the one before, of which nothing more is heard', async () => {
  const [one, two] = [search(), search()]
  const first = beginSiting(one.city, { sitingTask: async () => start }, request, settings)
  await settled()
  void beginSiting(two.city, { sitingTask: async () => start }, request, settings)
  await first
  expect(one.made.close).toHaveBeenCalledOnce()
  one.tell({ kind: 'better', found: found(9) })
  expect(now().kind).not.toBe('searching')
})

test('why there can be no search is said', async () => {
  const one = search()
  const faults = [{ code: 'not-read', zh: '没有读到', en: 'not read' }]
  await beginSiting(one.city, { sitingTask: async () => ({ ok: false, faults }) }, request, settings)
  expect(now()).toEqual({ kind: 'failed', why: faults })
  await beginSiting(one.city, { sitingTask: () => Promise.reject(new Error('gone')) }, request, settings)
  expect(now()).toMatchObject({ kind: 'failed', why: [{ en: 'gone' }] })
})
