import { HttpResponse, http, sse, ws } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { manualClock } from '#tests/city/manualClock.ts'
import { type FollowedFeed, followFeed } from '../servers/followFeed'
import { haveWebSocket } from '../servers/nodeSockets'

haveWebSocket()
// Node before 22 has no EventSource. The channel needs none: it reads the stream with `fetch`, which is what msw answers;
// msw only asks whether the name is there.
if (!('EventSource' in globalThis)) vi.stubGlobal('EventSource', class {})

const WAIT = { timeout: 10_000, interval: 5 }
const EVENTS = 'http://city.test/live/cases'
const SOCKET = 'ws://city.test/live/cases'
const SNAPSHOT = 'http://city.test/cases.geojson'
const feature = (id: string, value: number) => ({ type: 'Feature', id, geometry: null, properties: { value } })

const server = setupServer(
  http.get(SNAPSHOT, () =>
    HttpResponse.json({ type: 'FeatureCollection', features: [feature('a', 0), feature('b', 0)] }),
  ),
)
let follower: FollowedFeed | undefined
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  follower?.channel.close()
  follower = undefined
  server.resetHandlers()
})
afterAll(() => server.close())

async function follow(type: 'sse' | 'websocket') {
  const clock = manualClock()
  const followed = await followFeed({
    live: { type },
    url: EVENTS,
    snapshotUrl: SNAPSHOT,
    clock: clock.now,
    timers: clock.timers,
  })
  follower = followed
  const { state } = followed.channel
  return {
    ...followed,
    clock,
    state,
    become: (kind: string) => vi.waitFor(() => expect(state().kind).toBe(kind), WAIT),
    handedOn: async (received: number) => {
      await vi.waitFor(() => expect(state().received).toBe(received), WAIT)
      await clock.advance(250)
    },
  }
}

const values = (held: ReadonlyMap<string, string>) =>
  Object.fromEntries([...held].map(([id, text]) => [id, JSON.parse(text).properties.value]))

describe('server-sent events', () => {
  it('are read with their types: heartbeats are no messages', async () => {
    server.use(
      sse<Record<'message' | 'heartbeat' | 'ping' | 'change', string>>(EVENTS, ({ client }) => {
        client.send({ event: 'heartbeat', data: 'tick' })
        client.send({ event: 'ping', data: '1' })
        client.send({ data: JSON.stringify(feature('a', 1)) })
        client.send({ event: 'change', data: JSON.stringify([{ id: 'b', deleted: true }, feature('c', 1)]) })
        client.send({ data: 'nonsense' })
      }),
    )
    const { held, state, become, handedOn } = await follow('sse')
    await become('live')
    await handedOn(3)
    expect(values(held)).toEqual({ a: 1, c: 1 })
    await vi.waitFor(() => expect(state()).toMatchObject({ bad: 1, lastBad: { code: 'message-not-json' } }), WAIT)
  })

  it('end when the server ends them', async () => {
    server.use(sse(EVENTS, ({ client }) => client.close()))
    const { state, become } = await follow('sse')
    await become('waiting')
    expect(state().reason?.code).toBe('live-ended')
  })

  it.each([
    ['a page of HTML', () => HttpResponse.html('<h1>login</h1>'), 'live-not-event-stream'],
    ['401', () => new HttpResponse(null, { status: 401 }), 'live-http-status'],
    ['204', () => new HttpResponse(null, { status: 204 }), 'live-http-status'],
    ['no answer', () => HttpResponse.error(), 'live-refused'],
  ])('say why there are none: %s', async (_name, answer, code) => {
    server.use(http.get(EVENTS, answer))
    const { state, become } = await follow('sse')
    await become('waiting')
    expect(state().reason?.code).toBe(code)
    expect(state().retryAt).not.toBeNull()
  })
})

describe('a WebSocket', () => {
  it('is read in text frames and in binary ones of UTF-8', async () => {
    const link = ws.link(SOCKET)
    server.use(
      link.addEventListener('connection', ({ client }) => {
        client.send(JSON.stringify(feature('a', 1)))
        client.send(new TextEncoder().encode(JSON.stringify(feature('县', 2))))
        client.send(new Uint8Array([0xc4, 0xe3]))
        client.send('{"heartbeat":true}')
        client.send('')
        client.send(JSON.stringify([{ id: 'b', deleted: true }]))
      }),
    )
    const { held, state, become, handedOn } = await follow('websocket')
    await become('live')
    await handedOn(3)
    expect(values(held)).toEqual({ a: 1, 县: 2 })
    expect(state().bad).toBe(1)
  })

  it('ends with the words of the server', async () => {
    const link = ws.link(SOCKET)
    let end = (): void => {}
    server.use(
      link.addEventListener('connection', ({ client }) => {
        end = () => client.close(4001, 'maintenance')
      }),
    )
    const { state, become } = await follow('websocket')
    await become('live')
    end()
    await become('waiting')
    expect(state().reason).toMatchObject({ code: 'live-ended', en: expect.stringContaining('4001 maintenance') })
  })
})
