import { describe, expect, it } from 'vitest'
import { verifyEvidence } from '#cli/evidence/verifyEvidence.ts'
import type { OpenTransport, TransportEvents } from '#feeds/live/transport.ts'
import { manualClock } from '#tests/city/manualClock.ts'
import { createCityEngine } from './createCityEngine'
import type { EngineEvent } from './engineEvents'

const START = Date.parse('2026-09-01T08:00:00+08:00')
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString()

const device = (id: string, value: unknown, minutes: number, more: Record<string, unknown> = {}) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [116.98, 35.4] },
  properties: { name: `设备${id}`, value, time: at(minutes), ...more },
})
const bytesOf = (...features: readonly unknown[]) =>
  new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))

/** An engine over one live feed whose stream is played by hand, on a clock turned by hand. */
function liveEngine({ indicators = [], ...feed }: Record<string, unknown> = {}) {
  const clock = manualClock()
  const wires: TransportEvents[] = []
  const open: OpenTransport = (_settings, events) => {
    wires.push(events)
    return { close: () => {} }
  }
  let published = 0
  const engine = createCityEngine({
    publish: () => {
      published += 1
      return `blob:${published}`
    },
    withdraw: () => {},
    timers: clock.timers,
    clock: clock.now,
    random: () => 0.5,
    transports: { sse: open, websocket: open, mqtt: open, demo: open },
  })
  const catalog = {
    version: 1,
    city: { code: '1', name: 'X', bounds: [116.7, 35.1, 117.5, 35.6], clock: { start: at(0) } },
    feeds: [
      {
        id: 'devices',
        record: 'device',
        source: { type: 'geojson', url: 'devices.geojson' },
        live: { type: 'sse', url: '/live' },
        ...feed,
      },
    ],
    indicators,
  }
  const opened = engine.openCatalog(
    new TextEncoder().encode(JSON.stringify(catalog)),
    null,
    'http://city.test/catalog.json',
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  engine.setClock({ start: START, at: clock.now(), speed: 1 })
  const events: EngineEvent[] = []
  engine.follow((event) => void events.push(event))
  const wire = () => {
    const latest = wires.at(-1)
    if (!latest) throw new Error('no connection')
    return latest
  }
  /** What the page does when a snapshot is asked for. */
  const takeSnapshot = (...features: readonly unknown[]) => {
    const wanted = events.findLast((event) => event.kind === 'snapshot-wanted')
    if (wanted?.kind !== 'snapshot-wanted') throw new Error('no snapshot asked for')
    engine.admit('devices', bytesOf(...features))
    engine.snapshotDone('devices', wanted.ticket, null)
  }
  const values = () =>
    engine.rows({ feed: 'devices', columns: ['value'] }).rows.map(({ id, cells }) => `${id}=${cells[0]}`)
  const report = () => {
    const last = events.findLast((event) => event.kind === 'feed')
    return last?.kind === 'feed' ? last.report : null
  }
  return { engine, clock, wire, takeSnapshot, values, report, events, published: () => published }
}

describe('a feed and its changes', () => {
  it('puts, replaces and removes features, and tells the page once a second', async () => {
    const { engine, clock, wire, takeSnapshot, values, report } = liveEngine()
    engine.admit('devices', bytesOf(device('1', 10, 0), device('2', 20, 0)))
    wire().opened()
    takeSnapshot(device('1', 10, 0), device('2', 20, 0))
    wire().message([device('1', 11, 1), device('3', 30, 2), { id: '2', deleted: true }])
    expect(values()).toEqual(['1=10', '2=20'])
    await clock.advance(2_000)
    expect(values()).toEqual(['1=11', '3=30'])
    expect(report()).toMatchObject({ accepted: 2, read: 2, asOf: START + 120_000, revision: 1 })
  })

  it('keeps a bad change out, names it, and lets the next good one in', async () => {
    const { engine, clock, wire, takeSnapshot, values, report } = liveEngine()
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    wire().opened()
    takeSnapshot(device('1', 10, 0))
    wire().message([{ ...device('1', 11, 1), geometry: { type: 'Point', coordinates: [0, 0] } }])
    await clock.advance(2_000)
    expect(values()).toEqual(['1=10'])
    expect(report()?.quarantined).toMatchObject([{ id: '1', field: 'geometry' }])
    wire().message([device('1', 12, 2)])
    await clock.advance(2_000)
    expect(values()).toEqual(['1=12'])
    expect(report()?.quarantined).toEqual([])
  })

  it('gives the map what changed since it read its URL, and nothing twice over a reconnect', async () => {
    const { engine, clock, wire, takeSnapshot, published } = liveEngine()
    const admitted = engine.admit('devices', bytesOf(device('1', 10, 0), device('2', 20, 0)))
    if (!admitted.ok) throw new Error(admitted.reason.en)
    wire().opened()
    takeSnapshot(device('1', 10, 0), device('2', 20, 0))
    wire().message([device('1', 11, 1)])
    await clock.advance(2_000)
    const view = engine.openMapView('devices', admitted.mapUrl, null)
    if (view === null) throw new Error('not living')
    const first = await engine.nextMapDiff(view)
    expect(first?.update).toMatchObject([{ addOrUpdateProperties: [{ key: 'value', value: 11 }, { key: 'time' }] }])

    // The stream breaks; the snapshot is what the server first had, and the stream says again what has changed since.
    wire().closed({ code: 'down', zh: '断', en: 'down' })
    await clock.advance(1_000)
    wire().opened()
    const next = engine.nextMapDiff(view)
    takeSnapshot(device('1', 10, 0), device('2', 20, 0))
    wire().message([device('1', 11, 1), device('2', 21, 3)])
    await clock.advance(2_000)
    const second = await next
    expect(second?.update).toHaveLength(1)
    expect(second?.update[0]?.addOrUpdateProperties).toMatchObject([{ key: 'value', value: 21 }, { key: 'time' }])
    expect([second?.add, second?.remove]).toEqual([[], []])
    expect(published()).toBe(1)
    engine.closeMapView(view)
  })

  it('says nothing of properties that no layer reads', async () => {
    const { engine, clock, wire, takeSnapshot } = liveEngine()
    const admitted = engine.admit(
      'devices',
      bytesOf(device('1', 10, 0, { state: 'a' }), device('2', 20, 0, { state: 'a' })),
    )
    if (!admitted.ok) throw new Error(admitted.reason.en)
    wire().opened()
    takeSnapshot(device('1', 10, 0, { state: 'a' }), device('2', 20, 0, { state: 'a' }))
    const view = engine.openMapView('devices', admitted.mapUrl, new Set(['state'])) ?? 0
    const next = engine.nextMapDiff(view)
    wire().message([device('1', 11, 1, { state: 'a' }), device('2', 21, 1, { state: 'b' })])
    await clock.advance(2_000)
    expect((await next)?.update).toMatchObject([{ addOrUpdateProperties: [{ key: 'state', value: 'b' }] }])
    engine.closeMapView(view)
  })

  it('is no view for a feed that stays as it is read', () => {
    const { engine } = liveEngine({ live: undefined, record: 'place' })
    const admitted = engine.admit('devices', bytesOf(device('1', 10, 0)))
    expect(admitted.ok && engine.openMapView('devices', admitted.mapUrl, null)).toBe(null)
  })
})

describe('time', () => {
  it('changes what a device is called when it has not reported', async () => {
    const { engine, clock, report } = liveEngine({ reporting: { cycle: 60 } })
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    const state = () => engine.find('devices', '1')?.properties.state
    expect(state()).toBe('在线')
    // Late after two cycles, silent after six.
    await clock.advance(121_000)
    expect(state()).toBe('迟报')
    await clock.advance(240_000)
    expect(state()).toBe('静默')
    expect(report()?.revision).toBe(2)
  })
})

describe('playback', () => {
  it('answers about the moment looked at while the feed goes on, and comes back', async () => {
    const { engine, clock, wire, takeSnapshot, values, report } = liveEngine()
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    wire().opened()
    takeSnapshot(device('1', 10, 0))
    await clock.advance(60_000)
    wire().message([device('1', 11, 1), device('2', 20, 1)])
    await clock.advance(60_000)
    await engine.look(START + 30_000, 'known')
    expect(values()).toEqual(['1=10'])
    expect(report()).toMatchObject({ accepted: 1, asOf: START })
    wire().message([device('1', 12, 2)])
    await clock.advance(5_000)
    expect(values()).toEqual(['1=10'])
    await engine.look(START + 90_000, 'known')
    expect(values()).toEqual(['1=11', '2=20'])
    await engine.look(null, 'known')
    expect(values()).toEqual(['1=12', '2=20'])
    expect(engine.timeline()).toMatchObject({
      from: START,
      minutes: [
        [START + 60_000, 2],
        [START + 120_000, 1],
      ],
    })
  })

  it('knows nothing of a feed before it was first read: what is known now is not told of then', async () => {
    const { engine, clock, values, report } = liveEngine()
    await clock.advance(30_000)
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    await engine.look(START + 29_000, 'known')
    expect(values()).toEqual([])
    expect(report()).toMatchObject({ accepted: 0, asOf: null })
    await engine.look(START + 30_000, 'known')
    expect(values()).toEqual(['1=10'])
  })

  it('puts what came late where it belongs, when asked for what was true', async () => {
    const { engine, clock, wire, takeSnapshot, values } = liveEngine()
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    wire().opened()
    takeSnapshot(device('1', 10, 0))
    await clock.advance(180_000)
    // Measured in the first minute, heard in the third.
    wire().message([device('1', 11, 1)])
    await clock.advance(5_000)
    await engine.look(START + 90_000, 'known')
    expect(values()).toEqual(['1=10'])
    await engine.look(START + 90_000, 'happened')
    expect(values()).toEqual(['1=11'])
  })

  it('brings the map to the moment and back', async () => {
    const { engine, clock, wire, takeSnapshot } = liveEngine()
    const admitted = engine.admit('devices', bytesOf(device('1', 10, 0)))
    if (!admitted.ok) throw new Error(admitted.reason.en)
    wire().opened()
    takeSnapshot(device('1', 10, 0))
    await clock.advance(60_000)
    wire().message([device('2', 20, 1)])
    await clock.advance(10_000)
    const view = engine.openMapView('devices', admitted.mapUrl, null) ?? 0
    expect((await engine.nextMapDiff(view))?.add).toHaveLength(1)
    const past = engine.nextMapDiff(view)
    await engine.look(START + 1_000, 'known')
    expect((await past)?.remove).toHaveLength(1)
    const back = engine.nextMapDiff(view)
    await engine.look(null, 'known')
    expect((await back)?.add).toHaveLength(1)
    engine.closeMapView(view)
  })
})

describe('what users do', () => {
  const FEED = { record: 'case', fields: {} }
  const incident = (stage: string, minutes: number) =>
    device('1', null, minutes, { stage, history: [{ at: at(0), verb: 'report', stage: '上报' }] })
  const accept = (id: string) => ({
    action: { id, feed: 'devices', feature: '1', verb: 'accept', by: '值班员', at: at(1) },
    acceptedAt: null,
  })

  it('is shown at once, and taken back when it is refused', async () => {
    const { engine, clock, wire, takeSnapshot, report } = liveEngine(FEED)
    engine.admit('devices', bytesOf(incident('上报', 0)))
    wire().opened()
    takeSnapshot(incident('上报', 0))
    await clock.advance(60_000)
    const stage = () => engine.find('devices', '1')?.properties.stage
    engine.setPending([accept('a')])
    expect(stage()).toBe('受理')
    expect(report()?.revision).toBe(1)
    engine.setPending([])
    expect(stage()).toBe('上报')
  })

  it('holds over what the feed says meanwhile', async () => {
    const { engine, clock, wire, takeSnapshot } = liveEngine(FEED)
    engine.admit('devices', bytesOf(incident('上报', 0)))
    wire().opened()
    takeSnapshot(incident('上报', 0))
    await clock.advance(60_000)
    engine.setPending([accept('a')])
    wire().message([{ ...incident('上报', 0), properties: { ...incident('上报', 0).properties, value: 7 } }])
    await clock.advance(2_000)
    expect(engine.find('devices', '1')?.properties).toMatchObject({ stage: '受理', value: 7 })
    engine.setPending([])
    expect(engine.find('devices', '1')?.properties).toMatchObject({ stage: '上报', value: 7 })
  })
})

describe('evidence of a feed that has changed', () => {
  it('holds the changes, and is equal when computed again from the file alone', async () => {
    const { engine, clock, wire, takeSnapshot } = liveEngine({
      id: 'devices',
      indicators: [{ id: 'enterprises-on-cloud', metrics: { value: { method: 'count', of: 'devices' } } }],
    })
    engine.admit('devices', bytesOf(device('1', 10, 0), device('2', 20, 0)))
    wire().opened()
    takeSnapshot(device('1', 10, 0), device('2', 20, 0))
    wire().message([device('3', 30, 1), device('4', 40, 1), { id: '1', deleted: true }])
    await clock.advance(2_000)
    const blob = await engine.evidence({
      scope: null,
      indicator: 'enterprises-on-cloud',
      catalogUrl: 'http://city.test/catalog.json',
    })
    const text = await blob.text()
    // Two were read; one has gone and two have come.
    expect(JSON.parse(text).metrics.value.numerator).toBe(3)
    expect(await verifyEvidence(new TextEncoder().encode(text), 'en')).toMatchObject({ kind: 'equal', findings: [] })
  })
})
