import { afterEach, describe, expect, it, vi } from 'vitest'
import { manualClock } from '#tests/city/manualClock.ts'
import { type FollowedFeed, followFeed } from '../servers/followFeed'
import { type GeoJsonFeature, type LiveServer, liveServer } from '../servers/liveServer'
import { haveWebSocket } from '../servers/nodeSockets'

haveWebSocket()

const WAIT = { timeout: 10_000, interval: 5 }
const feature = (id: string, value: number): GeoJsonFeature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [116.9, 35.4] },
  properties: { value },
})
const heldBy = (server: LiveServer): Map<string, string> =>
  new Map(server.features('cases').map((one) => [one.id, JSON.stringify(one)]))

let server: LiveServer
let follower: FollowedFeed | undefined
afterEach(async () => {
  follower?.channel.close()
  follower = undefined
  await server.close()
})

describe.each([
  ['sse', 'events'],
  ['websocket', 'socket'],
] as const)('%s against a real server, on a clock turned by hand', (type, path) => {
  async function begin(features: number, extra: Partial<Parameters<typeof followFeed>[0]> = {}, heartbeat?: number) {
    server = await liveServer()
    server.put('cases', ...Array.from({ length: features }, (_, index) => feature(`c${index}`, 0)))
    const clock = manualClock()
    const draws = [0.9, 0.2, 0.7, 0.5]
    let draw = 0
    const followed = await followFeed({
      live: heartbeat === undefined ? { type } : { type, heartbeatSeconds: heartbeat },
      url: `${server.url}live/cases/${path}`,
      snapshotUrl: `${server.url}live/cases.geojson`,
      clock: clock.now,
      timers: clock.timers,
      random: () => draws[draw++ % draws.length] ?? 0,
      ...extra,
    })
    follower = followed
    const kind = () => followed.channel.state().kind
    const heard = (count: number) =>
      vi.waitFor(() => expect(followed.channel.state().received).toBeGreaterThanOrEqual(count), WAIT)
    return { ...followed, clock, kind, heard, live: () => vi.waitFor(() => expect(kind()).toBe('live'), WAIT) }
  }

  it('shows the snapshot and then every change', async () => {
    const { clock, held, heard, live, channel } = await begin(50)
    await live()
    expect(held).toEqual(heldBy(server))
    server.put('cases', feature('c1', 1), feature('new', 1), feature('c1', 2))
    server.remove('cases', 'c2', 'c3')
    server.put('cases', feature('c3', 3))
    await heard(6)
    await clock.advance(250)
    expect(held).toEqual(heldBy(server))
    expect(held.get('c1')).toContain('"value":2')
    expect([held.has('c2'), held.has('c3'), held.size]).toEqual([false, true, 50])
    expect(channel.state()).toMatchObject({ kind: 'live', received: 6, bad: 0 })
  })

  it('loses nothing that happens between the connect and the snapshot, nor while the snapshot is on its way', async () => {
    let happened = false
    const { clock, held, live, heard } = await begin(5, {
      beforeTaken: () => {
        if (happened) return
        happened = true
        // The snapshot has been read and is not yet in place.
        server.put('cases', feature('c0', 9), feature('late', 9))
        server.remove('cases', 'c1')
      },
    })
    await live()
    await heard(3)
    await clock.advance(250)
    expect(held).toEqual(heldBy(server))
    expect([...held.keys()].sort()).toEqual(['c0', 'c2', 'c3', 'c4', 'late'])
  })

  it('comes back from two minutes without a network with nothing lost and nothing doubled', async () => {
    const { clock, held, told, kind, heard, live, channel, snapshots } = await begin(50)
    await live()
    server.put('cases', feature('c0', 1))
    await heard(1)
    await clock.advance(250)

    await server.stop()
    await vi.waitFor(() => expect(kind()).toBe('waiting'), WAIT)
    expect(channel.state().reason?.code).toBe('live-ended')
    const before = new Map(held)
    let attempts = 0
    for (let second = 1; second <= 120; second += 1) {
      if (second % 10 === 0) {
        server.put('cases', feature(`c${second / 10}`, second), feature(`new${second}`, second))
        server.remove('cases', `c${second / 10 + 20}`)
      }
      await clock.advance(1_000)
      if (kind() === 'connecting') {
        attempts += 1
        await vi.waitFor(() => expect(kind()).toBe('waiting'), WAIT)
        expect(channel.state().reason?.code).toBe('live-refused')
      }
    }
    // The waits are 0.9, 0.2, 0.7, 0.5 of 1, 2, 4, 8, 16, 32 and then 60 s: 0.9 + 0.4 + 2.8 + 4 + 14.4 + 6.4 = 28.9, then
    // 42 and 30 s: 70.9 and 100.9. The ninth attempt would come 54 s later, after the outage.
    expect(attempts).toBe(8)
    expect(held).toEqual(before)

    await server.restart()
    await clock.advance(60_000)
    await live()
    expect(held).toEqual(heldBy(server))
    // 50, twelve more and twelve less.
    expect(held.size).toBe(50)
    expect(snapshots()).toBe(2)

    server.put('cases', feature('c1', 999), feature('c49', 1))
    server.remove('cases', 'c48')
    await heard(4)
    await clock.advance(250)
    expect(held).toEqual(heldBy(server))
    // One before the outage and two after it; those of the outage came with the snapshot and with nothing else.
    expect([...told.values()]).toEqual([1, 1, 1])
    expect(channel.state()).toMatchObject({ kind: 'live', received: 4, reason: null })
  })

  it('takes a server that says nothing for gone, and catches up with what it did not hear', async () => {
    const { clock, held, kind, live, heard, channel } = await begin(5, {}, 20)
    await live()
    await clock.advance(19_000)
    const sign = channel.state().lastMessage
    server.beat()
    await vi.waitFor(() => expect(channel.state().lastMessage).not.toBe(sign), WAIT)
    await clock.advance(19_999)
    expect(kind()).toBe('live')

    server.pause()
    server.put('cases', feature('c0', 7))
    server.remove('cases', 'c1')
    await clock.advance(1)
    expect(channel.state()).toMatchObject({ kind: 'waiting', reason: { code: 'live-silent' } })
    server.resume()
    await clock.advance(1_000)
    await live()
    expect(held).toEqual(heldBy(server))
    server.put('cases', feature('c0', 8))
    await heard(1)
    await clock.advance(250)
    expect(held).toEqual(heldBy(server))
    // Nothing is left of the silent connection.
    await vi.waitFor(() => expect(server.streams()).toBe(1), WAIT)
  })

  it('says why it is refused, and tries again', async () => {
    const { clock, kind, live, channel } = await begin(1)
    await live()
    server.refuse(503)
    server.dropAll()
    await vi.waitFor(() => expect(kind()).toBe('waiting'), WAIT)
    await clock.advance(1_000)
    await vi.waitFor(() => expect(channel.state()).toMatchObject({ kind: 'waiting', attempt: 2 }), WAIT)
    // A browser does not say which status a socket was refused with.
    const code = type === 'sse' ? 'live-http-status' : 'live-refused'
    await vi.waitFor(() => expect(channel.state().reason?.code).toBe(code), WAIT)
    server.refuse(null)
    channel.retry()
    await live()
  })

  it('counts what is no change and goes on', async () => {
    const { clock, held, heard, live, channel } = await begin(1)
    await live()
    server.send('cases', '{"type":"Feature","id":9007199254740993,"properties":{},"geometry":null}')
    server.send('cases', 'not json')
    server.send('cases', '{"heartbeat":true}')
    server.put('cases', feature('c0', 1))
    await heard(1)
    await clock.advance(250)
    expect(channel.state()).toMatchObject({ kind: 'live', received: 1, bad: 2, lastBad: { code: 'message-not-json' } })
    expect(held).toEqual(heldBy(server))
  })

  it('leaves no connection behind when it is closed', async () => {
    const { live, channel, clock } = await begin(1)
    await live()
    expect(server.streams()).toBe(1)
    channel.close()
    await vi.waitFor(() => expect(server.streams()).toBe(0), WAIT)
    await clock.advance(600_000)
    expect([server.opened(), clock.pending()]).toEqual([1, []])
  })
})
