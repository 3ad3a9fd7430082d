import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { CatalogFeed } from '#catalog/schema.ts'
import { manualClock } from '#tests/city/manualClock.ts'
import { actionSender, endpointOf, type TakeAction } from './actionSender'
import { createOutbox } from './createOutbox'
import { action } from './outboxFixture'
import { memoryOutboxStore } from './outboxStore'

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const feed: CatalogFeed = {
  id: 'cases',
  title: { zh: 'cases' },
  record: 'case',
  source: { type: 'geojson', url: 'cases.geojson' },
  crs: 'wgs84',
  fields: {},
  sensitivity: 'public',
  extent: 'city',
  actions: { urge: 'api/urge', note: 'demo:note', dispatch: '/far/dispatch' },
}
const URGE = 'http://city.test/map/api/urge'
const endpoint = ({ feed: id, verb }: { readonly feed: string; readonly verb: string }) =>
  endpointOf({ feeds: [feed] }, 'http://city.test/map/catalog.json', id, verb)

function sender(demo: TakeAction | null = null) {
  const clock = manualClock(0)
  const send = actionSender({ endpoint, fetch: (url, init) => fetch(url, init), timers: clock.timers, demo })
  return { send, clock }
}

describe('endpointOf', () => {
  it('reads addresses relative to the catalog, and names of the simulator', () => {
    expect(endpoint({ feed: 'cases', verb: 'urge' })).toEqual({ kind: 'url', url: URGE })
    expect(endpoint({ feed: 'cases', verb: 'dispatch' })).toEqual({ kind: 'url', url: 'http://city.test/far/dispatch' })
    expect(endpoint({ feed: 'cases', verb: 'note' })).toEqual({ kind: 'demo', verb: 'note' })
    expect(endpoint({ feed: 'cases', verb: 'return' })).toBeNull()
    expect(endpoint({ feed: 'cases', verb: 'constructor' })).toBeNull()
  })
})

describe('actionSender', () => {
  it('posts the action as JSON with its id as the key that makes repeats harmless', async () => {
    const seen: unknown[] = []
    server.use(
      http.post(URGE, async ({ request }) => {
        seen.push(request.headers.get('idempotency-key'), await request.json())
        return new HttpResponse(null, { status: 202 })
      }),
    )
    const urge = action('7c1', 'AJ1', { note: '请尽快' })
    expect(await sender().send(urge)).toEqual({ kind: 'accepted' })
    expect(seen).toEqual([
      '7c1',
      {
        id: '7c1',
        feed: 'cases',
        feature: 'AJ1',
        verb: 'urge',
        note: '请尽快',
        by: '值班员',
        at: '2026-09-01T08:00:00+08:00',
      },
    ])
  })

  it.each([
    [{ reason: { zh: '已结案', en: 'closed' } }, { zh: '已结案', en: 'closed' }],
    [{ reason: '已结案' }, { zh: '已结案', en: '已结案' }],
    [
      { type: 'about:blank', title: 'Conflict', detail: '案件正在处理' },
      { zh: '案件正在处理', en: '案件正在处理' },
    ],
  ])('takes a 4xx as a refusal, in the words of the server: %j', async (body, words) => {
    server.use(http.post(URGE, () => HttpResponse.json(body, { status: 409 })))
    expect(await sender().send(action('a', 'AJ1'))).toEqual({ kind: 'refused', reason: { code: 'http-409', ...words } })
  })

  it('says so when a refusal has no reason; a page of HTML is none', async () => {
    server.use(http.post(URGE, () => HttpResponse.html('<h1>no</h1>', { status: 403 })))
    expect(await sender().send(action('a', 'AJ1'))).toMatchObject({
      kind: 'refused',
      reason: { zh: '服务器拒绝（403），未说明原因' },
    })
  })

  it.each([500, 502, 503, 408, 425, 429])('leaves it open after %i', async (status) => {
    server.use(http.post(URGE, () => new HttpResponse(null, { status, headers: { 'Retry-After': '7' } })))
    expect(await sender().send(action('a', 'AJ1'))).toMatchObject({
      kind: 'later',
      reason: { code: `http-${status}` },
      afterMs: 7000,
    })
  })

  it('does not take a login page in the way for a yes', async () => {
    server.use(
      http.post(URGE, () => new HttpResponse(null, { status: 302, headers: { Location: 'http://city.test/login' } })),
    )
    expect(await sender().send(action('a', 'AJ1'))).toMatchObject({ kind: 'later', reason: { code: 'redirected' } })
  })

  it('leaves it open when nobody answers the line', async () => {
    server.use(http.post(URGE, () => HttpResponse.error()))
    expect(await sender().send(action('a', 'AJ1'))).toMatchObject({ kind: 'later', reason: { code: 'unreachable' } })
  })

  it('stops waiting after a quarter of a minute', async () => {
    let arrived = false
    server.use(
      http.post(URGE, () => {
        arrived = true
        return new Promise<never>(() => {})
      }),
    )
    const { send, clock } = sender()
    const sent = send(action('a', 'AJ1'))
    await vi.waitFor(() => expect(arrived).toBe(true))
    await clock.advance(15_000)
    expect(await sent).toMatchObject({ kind: 'later', reason: { code: 'timeout' } })
  })

  it('gives what the simulator answers to the simulator, and never to the network', async () => {
    const taken: string[] = []
    const { send } = sender(async ({ id }, verb) => {
      taken.push(`${verb} ${id}`)
      return id === 'a' ? { ok: true } : { ok: false, reason: { code: 'closed', zh: '已结案', en: 'closed' } }
    })
    expect(await send(action('a', 'AJ1', { verb: 'note' }))).toEqual({ kind: 'accepted' })
    expect(await send(action('b', 'AJ1', { verb: 'note' }))).toMatchObject({
      kind: 'refused',
      reason: { zh: '已结案' },
    })
    expect(taken).toEqual(['note a', 'note b'])
  })

  it('refuses what has no endpoint or no simulator', async () => {
    expect(await sender().send(action('a', 'AJ1', { verb: 'return' }))).toMatchObject({
      kind: 'refused',
      reason: { code: 'no-endpoint' },
    })
    expect(await sender().send(action('a', 'AJ1', { verb: 'note' }))).toMatchObject({
      kind: 'refused',
      reason: { code: 'no-simulator' },
    })
  })
})

describe('outbox and sender over the network', () => {
  it('an action asked while the server is down arrives once it is up, before the next of its case', async () => {
    let up = false
    const arrived: string[] = []
    server.use(
      http.post(URGE, async ({ request }) => {
        if (!up) return HttpResponse.error()
        arrived.push(request.headers.get('idempotency-key') ?? '')
        return HttpResponse.json({}, { status: arrived.length === 1 ? 200 : 422 })
      }),
    )
    const { send, clock } = sender()
    const store = memoryOutboxStore()
    const outbox = createOutbox({ store, send, timers: clock.timers, random: () => 0, now: clock.now })
    outbox.submit(action('a', 'AJ1'))
    outbox.submit(action('b', 'AJ1'))
    await vi.waitFor(() => expect(outbox.view().entries[0]).toMatchObject({ attempts: 1, state: 'queued' }))
    up = true
    outbox.wake()
    await vi.waitFor(() => expect(outbox.view().entries.map(({ state }) => state)).toEqual(['accepted', 'refused']))
    expect(arrived).toEqual(['a', 'b'])
  })
})
