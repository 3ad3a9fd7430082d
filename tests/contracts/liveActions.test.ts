import { afterEach, describe, expect, it, vi } from 'vitest'
import { actionSender } from '#feeds/actions/actionSender.ts'
import { createOutbox, type Outbox } from '#feeds/actions/createOutbox.ts'
import { action } from '#feeds/actions/outboxFixture.ts'
import { memoryOutboxStore, type OutboxStore } from '#feeds/actions/outboxStore.ts'
import { manualClock } from '#tests/city/manualClock.ts'
import { type FollowedFeed, followFeed } from '../servers/followFeed'
import { type LiveServer, liveServer } from '../servers/liveServer'

const WAIT = { timeout: 10_000, interval: 5 }

let server: LiveServer
let outbox: Outbox
let follower: FollowedFeed | undefined
afterEach(async () => {
  outbox.close()
  follower?.channel.close()
  follower = undefined
  await server.close()
})

const feature = (id: string, stage: string) => ({ type: 'Feature' as const, id, geometry: null, properties: { stage } })

/** A server that turns a dispatch into a case at 派遣 and says so on its stream; a closed case it refuses. */
async function begin() {
  server = await liveServer({
    answer({ feature: id, verb }) {
      if (id === 'closed') return { status: 409, body: { reason: { zh: '已结案', en: 'closed' } } }
      if (verb === 'dispatch') server.put('cases', feature(id, '派遣'))
      return { status: 202, body: {} }
    },
  })
  server.put('cases', feature('a', '立案'), feature('b', '立案'), feature('closed', '结案'))
}

function open(store: OutboxStore) {
  const clock = manualClock(0)
  outbox = createOutbox({
    store,
    send: actionSender({
      endpoint: ({ verb }) => ({ kind: 'url', url: `${server.url}live/cases/actions/${verb}` }),
      fetch: (url, init) => fetch(url, init),
      timers: clock.timers,
      demo: null,
    }),
    timers: clock.timers,
    random: () => 0.5,
    now: clock.now,
  })
  const states = () => outbox.view().entries.map(({ action: { id }, state }) => `${id} ${state}`)
  return { states }
}

describe('actions against a real server', () => {
  it('are done once, though their answers are lost and the page is loaded anew', async () => {
    await begin()
    const store = memoryOutboxStore()
    server.desk.loseAnswers(true)
    open(store)
    outbox.submit(action('1', 'a', { verb: 'dispatch', unit: '住建局' }))
    await vi.waitFor(() => expect(server.desk.posts()).toBe(1), WAIT)
    expect(server.desk.done).toHaveLength(1)
    outbox.close()

    server.desk.loseAnswers(false)
    open(store)
    await vi.waitFor(() => expect(server.desk.posts()).toBe(2), WAIT)
    outbox.submit(action('2', 'a', { verb: 'urge' }))
    await vi.waitFor(() => expect(server.desk.posts()).toBe(3), WAIT)
    expect(server.desk.done.map(({ id, verb }) => `${id} ${verb}`)).toEqual(['1 dispatch', '2 urge'])
    expect(server.desk.done[0]).toMatchObject({ feature: 'a', unit: '住建局', by: '值班员' })
  })

  it('wait while nobody answers on the port', async () => {
    await begin()
    await server.stop()
    const { states } = open(memoryOutboxStore())
    outbox.submit(action('1', 'a', { verb: 'dispatch' }))
    await vi.waitFor(() => expect(outbox.view().entries[0]?.attempts).toBe(1), WAIT)
    expect(states()).toEqual(['1 queued'])
    expect(server.desk.posts()).toBe(0)
    await server.restart()
    outbox.wake()
    await vi.waitFor(() => expect(server.desk.done).toHaveLength(1), WAIT)
  })

  it('are refused in the words of the server, and not done', async () => {
    await begin()
    const { states } = open(memoryOutboxStore())
    outbox.submit(action('1', 'closed', { verb: 'dispatch' }))
    await vi.waitFor(() => expect(states()).toEqual(['1 refused']), WAIT)
    expect(JSON.stringify(outbox.view().entries)).toContain('已结案')
    expect(server.desk.done).toEqual([])
  })

  it('come back to the page as a change of the case', async () => {
    await begin()
    follower = await followFeed({
      live: { type: 'sse' },
      url: `${server.url}live/cases/events`,
      snapshotUrl: `${server.url}live/cases.geojson`,
    })
    const { channel, held } = follower
    await vi.waitFor(() => expect(channel.state().kind).toBe('live'), WAIT)
    open(memoryOutboxStore())
    outbox.submit(action('1', 'b', { verb: 'dispatch' }))
    await vi.waitFor(() => expect(held.get('b')).toContain('派遣'), WAIT)
    expect(held.get('a')).toContain('立案')
  })
})
