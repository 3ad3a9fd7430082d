import { describe, expect, it } from 'vitest'
import { verifyEvidence } from '#cli/evidence/verifyEvidence.ts'
import { NOW } from '#core/model/world.ts'
import { at, bytesOf, device, liveEngine, START } from '#tests/city/liveEngine.ts'

describe('a feed and its changes', () => {
  it('puts, replaces and removes features, and tells the page once a second', async () => {
    const { engine, clock, wire, takeSnapshot, values, report } = liveEngine()
    engine.admit('devices', bytesOf(device('1', 10, 0), device('2', 20, 0)))
    wire().opened()
    takeSnapshot(device('1', 10, 0), device('2', 20, 0))
    wire().message([device('1', 11, 1), device('3', 30, 2), { id: '2', deleted: true }])
    expect(await values()).toEqual(['1=10', '2=20'])
    await clock.advance(2_000)
    expect(await values()).toEqual(['1=11', '3=30'])
    expect(report()).toMatchObject({ accepted: 2, read: 2, asOf: START + 120_000, revision: 1 })
  })

  it('keeps a bad change out, names it, and lets the next good one in', async () => {
    const { engine, clock, wire, takeSnapshot, values, report } = liveEngine()
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    wire().opened()
    takeSnapshot(device('1', 10, 0))
    wire().message([{ ...device('1', 11, 1), geometry: { type: 'Point', coordinates: [0, 0] } }])
    await clock.advance(2_000)
    expect(await values()).toEqual(['1=10'])
    expect(report()?.quarantined).toMatchObject([{ id: '1', field: 'geometry' }])
    wire().message([device('1', 12, 2)])
    await clock.advance(2_000)
    expect(await values()).toEqual(['1=12'])
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
    const view = await engine.openMapView(NOW, 'devices', admitted.mapUrl, null)
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
    const view = await engine.openMapView(NOW, 'devices', admitted.mapUrl, new Set(['state']))
    const next = engine.nextMapDiff(view)
    wire().message([device('1', 11, 1, { state: 'a' }), device('2', 21, 1, { state: 'b' })])
    await clock.advance(2_000)
    expect((await next)?.update).toMatchObject([{ addOrUpdateProperties: [{ key: 'state', value: 'b' }] }])
    engine.closeMapView(view)
  })
})

describe('readings that come late', () => {
  const seriesOf = async (engine: ReturnType<typeof liveEngine>['engine']) =>
    (await engine.deviceSheet('devices', '1'))?.pieces.flat().map(([time, value]) => [(time - START) / 60_000, value])

  it('stand in their place in the series of a device, which says what its newest says', async () => {
    const { engine, clock, wire, takeSnapshot, values } = liveEngine({ reporting: { cycle: 300 } })
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    wire().opened()
    takeSnapshot(device('1', 10, 0))
    await clock.advance(20 * 60_000)
    wire().message([device('1', 14, 20)])
    await clock.advance(1_000)
    // What lay in a gateway comes now, and of one burst all of it counts, in whatever order.
    wire().message([device('1', 12, 10)])
    await clock.advance(1_000)
    wire().message([device('1', 13, 15), device('1', 15, 20.02), device('1', 11, 5)])
    await clock.advance(1_000)
    expect(await values()).toEqual(['1=15'])
    const readings = [0, 5, 10, 15, 20].map((minute, index) => [minute, 10 + index])
    expect(await seriesOf(engine)).toEqual([...readings, [20.02, 15]])
  })

  it('are those, too, of a snapshot that is older than what the stream has said', async () => {
    const { engine, clock, wire, takeSnapshot, values } = liveEngine({ reporting: { cycle: 300 } })
    engine.admit('devices', bytesOf(device('1', 10, -10)))
    wire().opened()
    takeSnapshot(device('1', 10, -10))
    wire().message([device('1', 12, 0)])
    await clock.advance(1_000)
    wire().closed({ code: 'down', zh: '断', en: 'down' })
    await clock.advance(1_000)
    wire().opened()
    takeSnapshot(device('1', 11, -5))
    expect(await values()).toEqual(['1=12'])
    expect(await seriesOf(engine)).toEqual([
      [-10, 10],
      [-5, 11],
      [0, 12],
    ])
  })
})

describe('time', () => {
  it('changes what a device is called when it has not reported', async () => {
    const { engine, clock, report } = liveEngine({ reporting: { cycle: 60 } })
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    const state = async () => (await engine.find('devices', '1'))?.properties.state
    expect(await state()).toBe('在线')
    // Late after two cycles, silent after six.
    await clock.advance(121_000)
    expect(await state()).toBe('迟报')
    await clock.advance(240_000)
    expect(await state()).toBe('静默')
    expect(report()?.revision).toBe(2)
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
    const stage = async () => (await engine.find('devices', '1'))?.properties.stage
    engine.setPending([accept('a')])
    expect(await stage()).toBe('受理')
    expect(report()?.revision).toBe(1)
    engine.setPending([])
    expect(await stage()).toBe('上报')
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
    expect((await engine.find('devices', '1'))?.properties).toMatchObject({ stage: '受理', value: 7 })
    engine.setPending([])
    expect((await engine.find('devices', '1'))?.properties).toMatchObject({ stage: '上报', value: 7 })
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
