import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NOW } from '#core/model/world.ts'
import { createCityEngine } from '#engine/createCityEngine.ts'
import type { EngineEvent } from '#engine/engineEvents.ts'
import type { OpenTransport, TransportEvents } from '#feeds/live/transport.ts'
import { manualClock } from '#tests/city/manualClock.ts'

interface Message {
  readonly properties: Readonly<Record<string, unknown>>
}

const folder = join(import.meta.dirname, '01-late-reading')
const bytes = (name: string) => new Uint8Array(readFileSync(join(folder, name)))
const NOON = Date.parse('2026-11-30T12:00:00+08:00')

/** The case as it is written, `$-60` made a minute before the clock. */
const read = (name: string, now: number) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8'), (_, value: unknown) => {
    const seconds = typeof value === 'string' && /^\$(-\d+)$/.exec(value)?.[1]
    return seconds ? new Date(now + Number(seconds) * 1000).toISOString() : value
  })

/** The city of the case with both feeds connected, on a clock turned by hand. */
async function connected() {
  const clock = manualClock(NOON)
  const wires = new Map<string, TransportEvents>()
  const open: OpenTransport = ({ feed }, events) => {
    wires.set(feed.id, events)
    return { close: () => {} }
  }
  const engine = createCityEngine({
    publish: () => 'blob:1',
    withdraw: () => {},
    timers: clock.timers,
    clock: clock.now,
    random: () => 0.5,
    transports: { sse: open, websocket: open, mqtt: open, demo: open },
  })
  engine.openCatalog(bytes('catalog.json'), null, 'http://case.test/geodata/catalog.json')
  const start: Readonly<Record<string, readonly unknown[]>> = read('start.json', NOON)
  const admit = (feed: string) =>
    engine.admit(feed, new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: start[feed] })))
  engine.follow((event: EngineEvent) => {
    if (event.kind !== 'snapshot-wanted') return
    admit(event.feed)
    engine.snapshotDone(event.feed, event.ticket, null)
  })
  for (const feed of ['lv', 'cars']) {
    admit(feed)
    wires.get(feed)?.opened()
  }
  await clock.advance(1_000)
  const hear = async (feed: string, ...messages: readonly unknown[]) => {
    wires.get(feed)?.message(messages)
    await clock.advance(4_000)
  }
  const station = async () => {
    const { rows } = await engine.rows(NOW, { feed: 'lv', columns: ['value', 'state', 'alarm_level'] })
    return rows.map(({ cells }) => cells)
  }
  const car = async () => {
    const found = await engine.find(NOW, 'cars', 'c1')
    return [found?.at, found?.properties.n]
  }
  const messages: readonly (readonly [string, Message])[] = read('messages.json', NOON)
  return { hear, station, car, messages }
}

it('a late reading clears no alarm and silences no station, and a late position moves no vehicle back', async () => {
  const { hear, station, car, messages } = await connected()
  for (const [feed, message] of messages) await hear(feed, message)
  expect(await station()).toEqual([[9.9, '在线', '橙']])
  expect(await car()).toEqual([[117.12, 35.1], 9])
})

it('nor does one in the same array as what is newer', async () => {
  const { hear, station, car, messages } = await connected()
  for (const feed of ['lv', 'cars'])
    await hear(feed, ...messages.flatMap(([of, message]) => (of === feed ? [message] : [])))
  expect(await station()).toEqual([[9.9, '在线', '橙']])
  expect(await car()).toEqual([[117.12, 35.1], 9])
})

it('a late high reading raises no alarm over a fresh calm one', async () => {
  const { hear, station, messages } = await connected()
  const [[, high], [, calm]] = messages as readonly [readonly [string, Message], readonly [string, Message]]
  const turned = (message: Message, value: number) => ({ ...message, properties: { ...message.properties, value } })
  await hear('lv', turned(high, 1))
  await hear('lv', turned(calm, 9.9))
  expect(await station()).toEqual([[1, '在线', null]])
})
