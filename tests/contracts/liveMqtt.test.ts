import { afterEach, describe, expect, it, vi } from 'vitest'
import { manualClock } from '#tests/city/manualClock.ts'
import { type FollowedFeed, followFeed } from '../servers/followFeed'
import { findMosquitto, type Mosquitto, mosquitto } from '../servers/mosquitto'
import { type MqttBroker, mqttBroker } from '../servers/mqttBroker'

const WAIT = { timeout: 10_000, interval: 5 }
const TOPIC = 'city/devices/+/state'
const message = (id: string, value: number): string =>
  JSON.stringify({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [116.9, 35.4] },
    properties: { value, name: '水位计' },
  })

type Broker = Pick<MqttBroker, 'url' | 'publish' | 'stop' | 'restart' | 'close'>

let broker: Broker | undefined
let follower: FollowedFeed | undefined
afterEach(async () => {
  follower?.channel.close()
  follower = undefined
  await broker?.close()
  broker = undefined
})

async function follow(started: Broker, live: { topic?: string; heartbeatSeconds?: number } = { topic: TOPIC }) {
  broker = started
  const clock = manualClock()
  const followed = await followFeed({
    live: { type: 'mqtt', ...live },
    url: started.url.replace('ws:', 'http:'),
    snapshotUrl: null,
    clock: clock.now,
    timers: clock.timers,
  })
  follower = followed
  const state = followed.channel.state
  const heard = async (count: number) => {
    await vi.waitFor(() => expect(state().received).toBeGreaterThanOrEqual(count), WAIT)
    await clock.advance(250)
  }
  return {
    ...followed,
    clock,
    state,
    heard,
    become: (kind: string) => vi.waitFor(() => expect(state().kind).toBe(kind), WAIT),
  }
}

const values = (held: ReadonlyMap<string, string>) =>
  Object.fromEntries([...held].map(([id, text]) => [id, JSON.parse(text).properties.value]))

const installed = findMosquitto()

describe.each([
  ['aedes', true, mqttBroker],
  ['Mosquitto', installed !== null, (): Promise<Mosquitto> => mosquitto(installed ?? '')],
] as const)('MQTT over WebSocket against %s', (_name, there, start) => {
  // Mosquitto is a package of the system; where it is not installed these are skipped.
  it.skipIf(!there)('hears what is published on the topic, until it is deleted', async () => {
    const broker = await start()
    const { held, state, heard, become } = await follow(broker)
    await become('live')
    await broker.publish('city/devices/1/state', message('1', 3.5))
    await broker.publish('city/devices/2/state', message('2', 4))
    await broker.publish('city/devices/1/position', message('1', -1))
    await broker.publish('city/devices/1/state', message('1', 3.6))
    await broker.publish('city/devices/3/state', `[${message('3', 1)},{"id":"2","deleted":true}]`)
    await heard(5)
    expect(values(held)).toEqual({ '1': 3.6, '3': 1 })
    expect([...held.values()][0]).toContain('水位计')
    expect(state()).toMatchObject({ kind: 'live', received: 5, bad: 0 })
  })

  it.skipIf(!there)('takes a retained message, which is the last of its topic', async () => {
    const broker = await start()
    await broker.publish('city/devices/1/state', message('1', 1), true)
    await broker.publish('city/devices/1/state', message('1', 2), true)
    const { held, heard, become } = await follow(broker)
    await become('live')
    await heard(1)
    expect(values(held)).toEqual({ '1': 2 })
  })

  it.skipIf(!there)('is told when the broker goes, comes back by itself and hears again', async () => {
    const broker = await start()
    const { held, state, heard, become, clock, snapshots } = await follow(broker)
    await become('live')
    await broker.publish('city/devices/1/state', message('1', 1))
    await heard(1)
    await broker.stop()
    await become('waiting')
    expect(state().reason?.code).toBe('live-ended')
    await clock.advance(1_000)
    await vi.waitFor(() => expect(state()).toMatchObject({ kind: 'waiting', reason: { code: 'live-refused' } }), WAIT)
    await broker.restart()
    await clock.advance(2_000)
    await become('live')
    expect(snapshots()).toBe(2)
    await broker.publish('city/devices/2/state', message('2', 2))
    await heard(2)
    // The source of this test is empty, so its second snapshot took `1` away.
    expect(values(held)).toEqual({ '2': 2 })
  })
})

describe('MQTT', () => {
  it('takes the path of the address for the topic where none is named', async () => {
    const started = await mqttBroker()
    const { held, heard, become } = await follow(started, {})
    await become('live')
    await started.publish('mqtt', message('1', 1))
    await heard(1)
    expect(values(held)).toEqual({ '1': 1 })
  })

  it('says so when the topic is not allowed', async () => {
    const started = await mqttBroker()
    started.forbid(TOPIC)
    const { state, become } = await follow(started)
    await become('waiting')
    expect(state().reason).toMatchObject({ code: 'live-topic-refused', zh: expect.stringContaining(TOPIC) })
    await vi.waitFor(() => expect(started.clients()).toBe(0), WAIT)
  })

  it('says so when the broker does not let it in', async () => {
    const started = await mqttBroker()
    started.lock()
    const { state, become } = await follow(started)
    await become('waiting')
    expect(state().reason).toMatchObject({ code: 'live-broker-refused', en: expect.stringContaining('Not authorized') })
  })

  it('counts what is no change', async () => {
    const started = await mqttBroker()
    const { state, become, heard } = await follow(started)
    await become('live')
    await started.publish('city/devices/1/state', 'on')
    await started.publish('city/devices/1/state', new Uint8Array([0xc4, 0xe3]))
    await started.publish('city/devices/1/state', '')
    await started.publish('city/devices/1/state', message('1', 1))
    await heard(1)
    expect(state()).toMatchObject({ kind: 'live', received: 1, bad: 2 })
  })

  it('leaves no client behind', async () => {
    const started = await mqttBroker()
    const { become, channel } = await follow(started)
    await become('live')
    expect(started.clients()).toBe(1)
    channel.close()
    await vi.waitFor(() => expect(started.clients()).toBe(0), WAIT)
  })
})
