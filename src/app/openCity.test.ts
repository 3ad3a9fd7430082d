import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { catalogAddress } from './catalogAddress'
import { CatalogRefused, openCity } from './openCity'

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

const ADDRESS = { url: 'http://city.test/catalog.json', whose: 'installed' as const }

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

it('a catalog address that cannot be parsed is one fault in words, without its secrets', async () => {
  const address = catalogAddress('https://city.test/?catalog=http%3A%2F%2F%5Bbad%3Ftoken%3Dabc')
  expect(address).toEqual({ url: 'http://[bad?token=abc', whose: 'external' })
  const error = await openCity(address, new AbortController().signal).catch((reason: unknown) => reason)
  if (!(error instanceof CatalogRefused)) throw new Error('was not refused')
  expect(error.faults.map(({ path, found }) => [path, found])).toEqual([['?catalog', 'http://[bad?token=***']])
  expect(`${error.message} ${error.url}`).not.toContain('abc')
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
