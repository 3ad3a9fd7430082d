import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openCity } from './openCity'

/** A thread that answers nothing; how many have been started and not ended. */
class SilentWorker extends EventTarget {
  static running = 0
  constructor() {
    super()
    SilentWorker.running += 1
  }
  postMessage(): void {}
  terminate(): void {
    SilentWorker.running -= 1
  }
}

const ADDRESS = { url: 'http://city.test/catalog.json', foreign: false }

beforeEach(() => {
  SilentWorker.running = 0
  vi.stubGlobal('Worker', SilentWorker)
  vi.stubGlobal('document', new EventTarget())
})
afterEach(() => vi.unstubAllGlobals())

it('a city that cannot be opened leaves no thread behind, however often it is tried', async () => {
  vi.stubGlobal('fetch', async () => new Response(null, { status: 503 }))
  for (let tries = 0; tries < 3; tries += 1) {
    await expect(openCity(ADDRESS, new AbortController().signal)).rejects.toThrow()
    expect(SilentWorker.running).toBe(0)
  }
})

it('a visit that is given up while the engine opens the catalog ends its thread', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}'))
  const visit = new AbortController()
  const opening = openCity(ADDRESS, visit.signal)
  await vi.waitFor(() => expect(SilentWorker.running).toBe(1))
  visit.abort(new Error('left'))
  await expect(opening).rejects.toThrow('left')
  expect(SilentWorker.running).toBe(0)
})
