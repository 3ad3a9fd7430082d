import { expect, test } from 'vitest'
import { memoryAlarmStore } from '#feeds/alarms/alarmStore.ts'
import { presentOf } from '#tests/city/engineInLine.ts'
import { manualClock } from '#tests/city/manualClock.ts'
import { createCityEngine } from '../createCityEngine'
import type { EngineEvent } from '../engineEvents'

const NOW = Date.parse('2026-09-01T08:00:00+08:00')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const iso = (time: number) => new Date(time).toISOString()
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const collection = (features: readonly object[]) => bytes({ type: 'FeatureCollection', features })

const CATALOG = {
  version: 1,
  city: { code: '000000', name: '示例县', bounds: [117, 35, 118, 36] },
  feeds: [
    {
      id: 'devices',
      record: 'device',
      source: { type: 'geojson', url: 'devices.geojson' },
      fields: { time: 'lastSeen' },
      reporting: { cycle: ['get', 'cycle'] },
      series: 'past',
      rules: [
        { id: 'high', kind: 'threshold', level: '橙', above: ['get', 'high'] },
        { id: 'silent', kind: 'silence', level: '蓝' },
      ],
    },
    { id: 'past', record: 'generic', source: { type: 'geojson', url: 'past.geojson' } },
    { id: 'bounds', record: 'zone', source: { type: 'geojson', url: 'bounds.geojson' } },
    { id: 'grids', record: 'zone', source: { type: 'geojson', url: 'grids.geojson' } },
    {
      id: 'cameras',
      record: 'camera',
      source: { type: 'geojson', url: 'cameras.geojson' },
      footprint: { radius: 100, azimuth: ['get', 'azimuth'], beamwidth: 60 },
    },
  ],
  scopes: [{ id: 'town', feed: 'bounds' }],
  indicators: [],
}

const gauge = (id: string, value: number, time: number, more: object = {}) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [117.005, 35.005] },
  properties: {
    name: `水位${id}`,
    kind: '水位',
    unit: 'm',
    high: 3.5,
    cycle: 300,
    value,
    lastSeen: iso(time),
    ...more,
  },
})

/** A city of devices under a clock turned by hand. */
function openCity(store = memoryAlarmStore(), start = NOW) {
  const clock = manualClock(start)
  const withdrawn: string[] = []
  const published: unknown[] = []
  const events: EngineEvent[] = []
  const engine = presentOf(
    createCityEngine({
      publish: (bytesOf) => {
        published.push(JSON.parse(new TextDecoder().decode(bytesOf())))
        return `blob:${published.length - 1}`
      },
      withdraw: (url) => withdrawn.push(url),
      clock: clock.now,
      timers: clock.timers,
      alarms: () => store,
    }),
  )
  const opened = engine.openCatalog(bytes(CATALOG), null)
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  engine.follow((event) => events.push(event))
  return {
    engine,
    clock,
    published,
    withdrawn,
    devices: (...features: readonly object[]) => engine.admit('devices', collection(features)),
    alarms: () => engine.alarms({ scope: null, limit: 10 }),
    topics: () => events.filter((event) => event.kind === 'topic').length,
  }
}

test('an alarm is raised with its device, acknowledged, and cleared', async () => {
  const { engine, clock, devices, alarms, topics } = openCity()
  devices(gauge('1', 3.8, NOW), gauge('2', 2, NOW))
  const raised = await alarms()
  expect(raised).toMatchObject({ total: 1, unacknowledged: 1, muted: 0, byLevel: { 橙: 1 } })
  expect(raised.lines[0]).toMatchObject({ device: '1', rule: 'high', value: 3.8, limit: 3.5, name: '水位1', unit: 'm' })
  await clock.advance(1000)
  expect(topics()).toBe(1)
  await engine.acknowledge(raised.lines[0]!.key)
  expect(topics()).toBe(2)
  expect(await alarms()).toMatchObject({ total: 1, unacknowledged: 0 })
  await clock.advance(5 * MINUTE)
  devices(gauge('1', 3.9, clock.now()), gauge('2', 2, clock.now()))
  expect((await alarms()).lines).toMatchObject([{ value: 3.9, acknowledgedAt: NOW + 1000, raisedAt: NOW }])
  devices(gauge('1', 3.1, clock.now() + 1000), gauge('2', 2, clock.now()))
  expect((await alarms()).total).toBe(0)
  expect((await engine.deviceSheet('devices', '1'))?.cleared).toMatchObject([
    { rule: 'high', acknowledgedAt: NOW + 1000 },
  ])
})

test('the sheet of a device tells of its last ten alarms, the latest first, and of no other device', async () => {
  const { engine, clock, devices } = openCity()
  for (let turn = 0; turn < 12; turn += 1) {
    devices(gauge('1', 3.8, clock.now()), gauge('2', turn === 0 ? 3.9 : 2, clock.now()))
    await clock.advance(MINUTE)
    devices(gauge('1', 2, clock.now()), gauge('2', 2, clock.now()))
    await clock.advance(MINUTE)
  }
  const cleared = (await engine.deviceSheet('devices', '1'))?.cleared ?? []
  // Raised every second minute, the last one at 22 minutes, cleared a minute after each.
  expect(cleared.map(({ clearedAt }) => ((clearedAt ?? 0) - NOW) / MINUTE)).toEqual([
    23, 21, 19, 17, 15, 13, 11, 9, 7, 5,
  ])
  expect((await engine.deviceSheet('devices', '2'))?.cleared).toHaveLength(1)
  expect(await engine.deviceSheet('devices', '9')).toBeNull()
})

test('a device falls silent by time alone; a mute keeps it quiet and ends by itself', async () => {
  const { engine, clock, devices, alarms, topics } = openCity()
  devices(gauge('1', 2, NOW))
  await clock.advance(30 * MINUTE)
  expect((await alarms()).total).toBe(0)
  await clock.advance(2000)
  expect((await alarms()).lines).toMatchObject([{ rule: 'silent', side: 'silence', state: '静默' }])
  await engine.mute((await alarms()).lines[0]!.key, HOUR)
  expect(await alarms()).toMatchObject({ total: 1, muted: 1, unacknowledged: 0, byLevel: {} })
  const said = topics()
  await clock.advance(HOUR + 1000)
  expect(await alarms()).toMatchObject({ muted: 0, unacknowledged: 1 })
  expect(topics()).toBe(said + 1)
})

test('acknowledgements and mutes outlive the page, and the alarm is not raised again', async () => {
  const store = memoryAlarmStore()
  const first = openCity(store)
  first.devices(gauge('1', 3.8, NOW), gauge('2', 3.9, NOW))
  const [one, two] = (await first.alarms()).lines
  await first.clock.advance(MINUTE)
  await first.engine.acknowledge(one!.key)
  await first.engine.mute(two!.key, 8 * HOUR)
  const second = openCity(store, NOW + 10 * MINUTE)
  second.devices(gauge('1', 3.7, NOW + 9 * MINUTE), gauge('2', 3.9, NOW + 9 * MINUTE))
  await second.clock.advance(1000)
  expect(await second.alarms()).toMatchObject({ total: 2, unacknowledged: 0, muted: 1 })
  expect((await second.alarms()).lines.find(({ device }) => device === one!.device)).toMatchObject({
    raisedAt: NOW,
    acknowledgedAt: NOW + MINUTE,
  })
})

test('an alarm of a device that has gone is cleared, also one kept from before', async () => {
  const store = memoryAlarmStore()
  const first = openCity(store)
  first.devices(gauge('1', 3.8, NOW), gauge('2', 3.9, NOW))
  await first.clock.advance(1000)
  first.devices(gauge('2', 3.9, NOW))
  expect((await first.alarms()).lines.map(({ device }) => device)).toEqual(['2'])
  await first.clock.advance(1000)
  const second = openCity(store, NOW + HOUR)
  second.devices(gauge('3', 2, NOW + HOUR))
  await second.clock.advance(1000)
  expect((await second.alarms()).total).toBe(0)
})

test('a store that holds something else is no log', async () => {
  const store = memoryAlarmStore()
  await store.write('000000', { alarms: [{ feed: 3 }] })
  const { devices, alarms, clock } = openCity(store)
  devices(gauge('1', 3.8, NOW))
  await clock.advance(1000)
  expect((await alarms()).total).toBe(1)
})

test('a sheet has the archive and what came since, with the silence between as a gap', async () => {
  const { engine, clock, devices } = openCity()
  const step = 900
  const start = NOW - 24 * HOUR
  const values = Array.from({ length: 96 }, (_, index) => (index >= 40 && index < 50 ? null : 2 + Math.sin(index / 15)))
  engine.admit(
    'past',
    collection([
      { type: 'Feature', id: 'p1', geometry: null, properties: { device: '1', start: iso(start), step, values } },
    ]),
  )
  devices(gauge('1', 2.2, NOW - 5 * MINUTE))
  await clock.advance(MINUTE)
  devices(gauge('1', 2.3, clock.now()))
  const sheet = await engine.deviceSheet('devices', '1')
  // The archive's values 0-39 and 50-95 (the last at 07:45), then 07:55 and 08:01.
  expect(sheet?.pieces.map((piece) => piece.length)).toEqual([40, 48])
  expect(sheet?.pieces[1]?.at(-1)).toEqual([NOW + MINUTE, 2.3])
  expect(sheet?.gaps).toEqual([[start + 39 * step * 1000, start + 50 * step * 1000]])
  expect(sheet?.reporting).toMatchObject({ state: '在线', reason: 'on-time' })
  expect(sheet?.cycle).toBe(300)
  expect(sheet?.trail).toHaveLength(48)
  expect(sheet?.forecast.kind).toBe('forecast')
  // Twenty minutes without a report: the gap reaches to now, and nothing is foretold of a device that is late.
  await clock.advance(20 * MINUTE)
  const late = await engine.deviceSheet('devices', '1')
  expect(late?.reporting?.state).toBe('迟报')
  expect(late?.gaps.at(-1)).toEqual([NOW + MINUTE, NOW + 21 * MINUTE])
  expect(late?.forecast).toEqual({ kind: 'none', why: 'not-online' })
  expect(await engine.deviceSheet('devices', 'nobody')).toBeNull()
})

test('blind grids are those without a device, then those with none online, by kind', async () => {
  const { engine, devices } = openCity()
  const box = (id: string, west: number, people: number) => ({
    type: 'Feature',
    id,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 35],
          [west + 0.01, 35],
          [west + 0.01, 35.01],
          [west, 35.01],
          [west, 35],
        ],
      ],
    },
    properties: { name: id, people },
  })
  engine.admit('grids', collection([box('a', 117, 10), box('b', 117.1, 20), box('c', 117.2, 30)]))
  const at = (longitude: number, device: ReturnType<typeof gauge>) => ({
    ...device,
    geometry: { type: 'Point', coordinates: [longitude, 35.005] },
  })
  devices(gauge('1', 2, NOW), at(117.105, gauge('2', 2, NOW - HOUR)), at(117.005, gauge('3', 2, NOW, { kind: '雨量' })))
  const ask = (kind: string | null) => engine.blindGrids({ grids: 'grids', devices: ['devices'], kind, scope: null })
  const any = await ask(null)
  expect(any.grids).toBe(3)
  expect(any.blind.map(({ id, state, people }) => [id, state, people])).toEqual([
    ['c', 'bare', 30],
    ['b', 'dark', 20],
  ])
  expect(any.sensed).toHaveLength(1)
  expect(any.kinds).toEqual([
    { kind: '水位', bare: 1, dark: 1 },
    { kind: '雨量', bare: 2, dark: 0 },
  ])
  expect((await ask('雨量')).blind.map(({ state }) => state)).toEqual(['bare', 'bare'])
})

test('blind grids keep to the scope, and follow it when its area is read anew', async () => {
  const { engine, devices } = openCity()
  const box = (id: string, west: number, wide = 0.01) => ({
    type: 'Feature',
    id,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 35],
          [west + wide, 35],
          [west + wide, 35.01],
          [west, 35.01],
          [west, 35],
        ],
      ],
    },
    properties: {},
  })
  engine.admit('grids', collection([box('a', 117), box('b', 117.1), box('c', 117.2)]))
  devices(gauge('1', 2, NOW))
  const blind = async () => {
    const answer = await engine.blindGrids({ grids: 'grids', devices: ['devices'], kind: null, scope: 'town' })
    return answer.blind.map(({ id }) => id)
  }
  engine.admit('bounds', collection([box('town', 117, 0.15)]))
  expect(await blind()).toEqual(['b'])
  expect(await blind()).toEqual(['b'])
  engine.admit('bounds', collection([box('town', 117, 0.25)]))
  expect(await blind()).toEqual(['b', 'c'])
})

test('sectors come as polygons by URL, which is withdrawn when their answer is another', async () => {
  const { engine, published, withdrawn } = openCity()
  const camera = (id: string, status: string) => ({
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [117.5, 35.5] },
    properties: { azimuth: 10, status },
  })
  engine.admit('cameras', collection([camera('1', '完好'), camera('2', '故障')]))
  const all = await engine.sectors({ feed: 'cameras', scope: null })
  expect(all.count).toBe(2)
  const some = await engine.sectors({ feed: 'cameras', where: ['==', ['get', 'status'], '故障'], scope: null })
  expect(some.count).toBe(1)
  expect(published.at(-1)).toMatchObject({ features: [{ geometry: { type: 'Polygon' }, properties: { id: '2' } }] })
  expect((await engine.sectors({ feed: 'cameras', scope: null })).url).toBe(all.url)
  engine.admit('cameras', collection([camera('1', '完好')]))
  expect((await engine.sectors({ feed: 'cameras', scope: null })).count).toBe(1)
  expect(withdrawn).toContain(all.url)
  expect(withdrawn).not.toContain(some.url)
})
