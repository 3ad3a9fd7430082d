import { describe, expect, it } from 'vitest'
import { gone, NETWORK_DOWN, playChannel, put } from './liveFixture'

const ids = (batches: readonly (readonly { readonly id: string; readonly kind: string }[])[]): string[][] =>
  batches.map((batch) => batch.map(({ kind, id }) => `${kind} ${id}`))

describe('snapshot and changes', () => {
  it('keeps changes back until the snapshot asked for after the connect is in place', async () => {
    const { channel, clock, wire, tickets, batches } = playChannel()
    expect(channel.state().kind).toBe('connecting')
    expect(tickets).toEqual([])
    wire().opened()
    expect(channel.state().kind).toBe('catching-up')
    expect(tickets).toEqual([1])
    wire().message(JSON.stringify(put('a', 1)))
    wire().message([gone('b')])
    await clock.advance(10_000)
    expect(batches).toEqual([])
    wire().message([put('a', 2)])
    expect(batches).toEqual([])
    expect(channel.state()).toMatchObject({ kind: 'catching-up', waitingChanges: 2, received: 3 })
    channel.snapshotTaken(1)
    await clock.advance(250)
    expect(ids(batches)).toEqual([['put a', 'gone b']])
    expect(channel.state()).toMatchObject({ kind: 'live', waitingChanges: 0, reason: null, retryAt: null })
  })

  it('asks again after a reconnect, and the snapshot of the connection before will not do', async () => {
    const { channel, clock, wire, tickets, batches, connections } = playChannel()
    wire().opened()
    wire().message([put('a', 1)])
    wire().closed(NETWORK_DOWN)
    channel.snapshotTaken(1)
    expect(channel.state().kind).toBe('waiting')
    await clock.advance(500)
    expect(connections).toHaveLength(2)
    wire().opened()
    expect(tickets).toEqual([1, 2])
    channel.snapshotTaken(1)
    expect(channel.state().kind).toBe('catching-up')
    wire().message([put('b', 2)])
    channel.snapshotTaken(2)
    await clock.advance(250)
    // What was kept back of the first connection may be older than the second snapshot; `a` is in that.
    expect(ids(batches)).toEqual([['put b']])
    expect(channel.state()).toMatchObject({ kind: 'live', dropped: 1, received: 2 })
  })

  it('hands nothing on between a reconnect and its snapshot', async () => {
    const { channel, clock, wire, goLive, batches, tickets } = playChannel()
    goLive()
    wire().closed(NETWORK_DOWN)
    await clock.advance(500)
    wire().opened()
    wire().message([put('a', 1)])
    await clock.advance(10_000)
    wire().message([put('b', 1)])
    expect(batches).toEqual([])
    channel.snapshotTaken(tickets.at(-1) ?? 0)
    await clock.advance(250)
    expect(ids(batches)).toEqual([['put a', 'put b']])
  })

  it('asks again for a snapshot that failed or did not come, with a back-off, and hands nothing on meanwhile', async () => {
    const { channel, clock, wire, tickets, batches } = playChannel()
    wire().opened()
    wire().message([put('a', 1)])
    channel.snapshotFailed(1, NETWORK_DOWN)
    // random = 1/2: first wait 0.5 of 1 s, second 0.5 of 2 s.
    expect(channel.state()).toMatchObject({ kind: 'catching-up', reason: NETWORK_DOWN, retryAt: clock.now() + 500 })
    channel.snapshotTaken(1)
    await clock.advance(499)
    expect(tickets).toEqual([1])
    await clock.advance(1)
    expect(tickets).toHaveLength(2)
    await clock.advance(59_999)
    expect(channel.state().retryAt).toBeNull()
    await clock.advance(1)
    expect(channel.state()).toMatchObject({ reason: { code: 'live-snapshot-late' }, retryAt: clock.now() + 1000 })
    await clock.advance(1000)
    expect(tickets).toHaveLength(3)
    expect(batches).toEqual([])
    channel.snapshotTaken(tickets.at(-1) ?? 0)
    await clock.advance(250)
    expect(ids(batches)).toEqual([['put a']])
    expect(channel.state()).toMatchObject({ kind: 'live', reason: null })
  })

  it('lets all go and asks for a snapshot when more features changed than it may keep back', async () => {
    const { channel, clock, wire, tickets, batches } = playChannel({ limits: { maximumIds: 3 } })
    wire().opened()
    wire().message(['a', 'b', 'c'].map((id) => put(id, 1)))
    wire().message([put('a', 2)])
    expect(channel.state()).toMatchObject({ waitingChanges: 3, dropped: 0 })
    wire().message([put('d', 1), put('e', 1)])
    expect(channel.state()).toMatchObject({
      kind: 'catching-up',
      waitingChanges: 1,
      dropped: 4,
      reason: { code: 'live-overflow' },
    })
    // The snapshot under way may lack what was let go.
    channel.snapshotTaken(1)
    expect(channel.state().kind).toBe('catching-up')
    await clock.advance(500)
    expect(tickets).toHaveLength(2)
    channel.snapshotTaken(tickets.at(-1) ?? 0)
    await clock.advance(250)
    expect(ids(batches)).toEqual([['put e']])
  })

  it('does the same when the consumer cannot follow', async () => {
    const { channel, clock, wire, goLive, tickets } = playChannel({
      limits: { maximumIds: 2, maximumWaitMs: 60_000 },
      onChanges: () => new Promise(() => {}),
    })
    goLive()
    wire().message([put('a', 1)])
    await clock.advance(250)
    wire().message([put('b', 1), put('c', 1), put('d', 1)])
    expect(channel.state()).toMatchObject({ kind: 'catching-up', dropped: 3, waitingChanges: 0 })
    await clock.advance(500)
    expect(tickets).toHaveLength(2)
  })

  it('asks for a snapshot when a batch was not taken in', async () => {
    for (const fail of [() => Promise.reject(new Error('full')), () => raise(new Error('full'))]) {
      const { channel, clock, wire, goLive, tickets } = playChannel({ onChanges: fail })
      goLive()
      wire().message([put('a', 1)])
      await clock.advance(250)
      expect(channel.state()).toMatchObject({ kind: 'catching-up', reason: { code: 'live-not-taken' } })
      await clock.advance(500)
      expect(tickets).toHaveLength(2)
    }
  })
})

const raise = (error: Error): never => {
  throw error
}

describe('connection', () => {
  it('backs off with full jitter up to the bound, and anew after a stable minute', async () => {
    const { channel, clock, wire, connections, goLive } = playChannel()
    const waits: number[] = []
    for (let failure = 0; failure < 9; failure += 1) {
      wire().closed(NETWORK_DOWN)
      const { retryAt, kind, reason } = channel.state()
      expect([kind, reason]).toEqual(['waiting', NETWORK_DOWN])
      const wait = (retryAt ?? Number.NaN) - clock.now()
      waits.push(wait)
      await clock.advance(wait)
    }
    // Half of 1, 2, 4, … 32 s, then half of the bound of 60 s.
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16000, 30000, 30000, 30000])
    expect(connections).toHaveLength(10)
    expect(channel.state()).toMatchObject({ kind: 'connecting', attempt: 10, reason: NETWORK_DOWN })

    goLive()
    await clock.advance(59_999)
    expect(channel.state().attempt).toBe(10)
    await clock.advance(1)
    expect(channel.state().attempt).toBe(0)
    wire().closed(NETWORK_DOWN)
    expect(channel.state().retryAt).toBe(clock.now() + 500)
  })

  it('does not start anew after a connection that held for less', async () => {
    const { channel, clock, wire, goLive } = playChannel()
    wire().closed(NETWORK_DOWN)
    await clock.advance(500)
    goLive()
    await clock.advance(59_999)
    wire().closed(NETWORK_DOWN)
    expect(channel.state().retryAt).toBe(clock.now() + 1000)
  })

  it('gives up an attempt that does not open, and closes it', async () => {
    const { channel, clock, connections } = playChannel()
    await clock.advance(30_000)
    expect(channel.state()).toMatchObject({ kind: 'waiting', reason: { code: 'live-connect-timeout' } })
    expect(connections[0]?.closed()).toBe(true)
    // Too late: this connection is over.
    connections[0]?.events.opened()
    expect(channel.state().kind).toBe('waiting')
  })

  it('takes silence for the end, any sign of life for life', async () => {
    const { channel, clock, wire, goLive, connections } = playChannel({ live: { heartbeatSeconds: 20 } })
    goLive()
    await clock.advance(19_000)
    wire().alive()
    await clock.advance(19_000)
    wire().message('{"heartbeat":true}')
    await clock.advance(19_000)
    wire().message('')
    await clock.advance(19_000)
    wire().message([put('a', 1)])
    const last = clock.now()
    await clock.advance(19_999)
    expect(channel.state()).toMatchObject({ kind: 'live', lastMessage: last, bad: 0, received: 1 })
    await clock.advance(1)
    expect(channel.state()).toMatchObject({
      kind: 'waiting',
      reason: { code: 'live-silent' },
      retryAt: clock.now() + 500,
    })
    expect(channel.state().reason).toMatchObject({
      zh: expect.stringContaining('20 秒'),
      en: expect.stringContaining('20 s'),
    })
    expect(connections[0]?.closed()).toBe(true)
  })

  it('takes a message before the word that it is open for that word, and does not lose it', async () => {
    const { channel, clock, wire, tickets, batches } = playChannel()
    wire().message([put('a', 1)])
    wire().opened()
    expect(tickets).toHaveLength(1)
    channel.snapshotTaken(tickets[0] ?? 0)
    await clock.advance(250)
    expect(ids(batches)).toEqual([['put a']])
  })

  it('does not expect heartbeats where the catalog names none', async () => {
    const { channel, clock, goLive } = playChannel()
    goLive()
    await clock.advance(86_400_000)
    expect(channel.state().kind).toBe('live')
  })

  it('tries at once when asked, and only while it waits', async () => {
    const { channel, wire, connections, tickets } = playChannel()
    channel.retry()
    expect(connections).toHaveLength(1)
    wire().closed(NETWORK_DOWN)
    channel.retry()
    expect(connections).toHaveLength(2)
    wire().opened()
    channel.retry()
    expect([connections.length, tickets.length]).toEqual([2, 1])
    channel.snapshotFailed(1, NETWORK_DOWN)
    channel.retry()
    expect([connections.length, tickets.length]).toEqual([2, 2])
  })

  it('says why a transport cannot begin', async () => {
    const { channel, clock } = playChannel({ transport: async () => raise(new Error('no such part')) })
    await clock.advance(0)
    expect(channel.state()).toMatchObject({ kind: 'waiting', reason: { code: 'live-cannot-open' } })
    expect(channel.state().reason?.en).toContain('no such part')
  })

  it('closes a transport that comes after the channel was closed, and leaves no timer behind', async () => {
    let closed = 0
    const { channel, clock, states } = playChannel({
      transport: async () => ({
        close: () => {
          closed += 1
        },
      }),
    })
    channel.close()
    channel.close()
    await clock.advance(0)
    expect([closed, clock.pending(), channel.state().kind]).toEqual([1, [], 'closed'])
    const heard = states.length
    await clock.advance(600_000)
    expect(states).toHaveLength(heard)
  })

  it('hears nothing of a connection it has closed, and hands nothing on', async () => {
    const { channel, clock, wire, goLive, batches } = playChannel()
    goLive()
    wire().message([put('a', 1)])
    channel.close()
    wire().message([put('b', 1)])
    wire().closed(NETWORK_DOWN)
    await clock.advance(60_000)
    expect([batches.length, channel.state().kind, channel.state().received]).toEqual([0, 'closed', 1])
  })

  it('hands on what came before the connection ended', async () => {
    const { channel, clock, wire, goLive, batches } = playChannel()
    goLive()
    wire().message([put('a', 1)])
    wire().closed(NETWORK_DOWN)
    await clock.advance(250)
    expect(ids(batches)).toEqual([['put a']])
    expect(channel.state().waitingChanges).toBe(0)
  })
})

describe('state', () => {
  it('tells of every change of kind at once, and of counts at most once a second', async () => {
    const { clock, wire, goLive, states } = playChannel()
    goLive()
    expect(states.map(({ kind }) => kind)).toEqual(['connecting', 'catching-up', 'live'])
    const told = states.length
    for (let each = 0; each < 300; each += 1) {
      wire().message([put('a', each), 'nonsense'])
      await clock.advance(10)
    }
    // 3 s: after 1, 2 and (at the latest message's turn) 3 s.
    expect(states.length - told).toBeGreaterThanOrEqual(2)
    expect(states.length - told).toBeLessThanOrEqual(3)
    expect(states.at(-1)).toMatchObject({ kind: 'live', lastBad: { code: 'message-not-change' } })
  })

  it('counts what is no change, and goes on', async () => {
    const { channel, clock, wire, goLive, batches } = playChannel()
    goLive()
    wire().message('{"type":"Feature",')
    wire().message([put('a', 1), { type: 'Feature', properties: {} }, 7, gone('b')])
    await clock.advance(250)
    expect(ids(batches)).toEqual([['put a', 'gone b']])
    expect(channel.state()).toMatchObject({ received: 2, bad: 3, kind: 'live' })
  })
})
