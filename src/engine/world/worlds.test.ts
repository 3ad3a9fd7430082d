import { describe, expect, it } from 'vitest'
import { verifyEvidence } from '#cli/evidence/verifyEvidence.ts'
import { type Edit, NOW, type PastWorld, type PlanWorld, type World } from '#core/model/world.ts'
import { bytesOf, device, liveEngine, START } from '#tests/city/liveEngine.ts'

const MINUTE = 60_000
const past = (minutes: number, axis: PastWorld['axis'] = 'known'): PastWorld => ({
  kind: 'past',
  at: START + minutes * MINUTE,
  axis,
})
const plan = (...edits: readonly Edit[]): PlanWorld => ({ kind: 'plan', base: NOW, title: '试', edits })

/** A row of the standard whose value is the number of devices. */
const ROW = 'enterprises-on-cloud'
const COUNTED = { indicators: [{ id: ROW, metrics: { value: { method: 'count', of: 'devices' } } }] }

/** Device 1 says 10 at first; after a minute it says 11, and there is a second one. Two minutes have passed. */
async function playedCity(feed: Record<string, unknown> = {}) {
  const played = liveEngine({ ...COUNTED, ...feed })
  const { engine, host, clock, wire, takeSnapshot } = played
  const admitted = engine.admit('devices', bytesOf(device('1', 10, 0)))
  if (!admitted.ok) throw new Error(admitted.reason.en)
  wire().opened()
  takeSnapshot(device('1', 10, 0))
  await clock.advance(MINUTE)
  wire().message([device('1', 11, 1), device('2', 20, 1)])
  await clock.advance(MINUTE)
  const value = async (world: World) =>
    (await host.evaluate(world, { scope: null, only: [ROW] })).indicators[0]?.metrics.value?.value
  return { ...played, url: admitted.mapUrl, value }
}

describe('a past world', () => {
  it('is answered while the feed goes on, beside the present', async () => {
    const { engine, host, clock, wire, values } = await playedCity()
    expect(await values(past(0.5))).toEqual(['1=10'])
    expect(await host.feedState(past(0.5), 'devices')).toMatchObject({ report: { accepted: 1, asOf: START } })
    wire().message([device('1', 12, 2)])
    await clock.advance(5_000)
    expect(await values(past(0.5))).toEqual(['1=10'])
    expect(await values(past(1.5))).toEqual(['1=11', '2=20'])
    expect(await values(NOW)).toEqual(['1=12', '2=20'])
    expect(engine.timeline()).toMatchObject({
      from: START,
      minutes: [
        [START + MINUTE, 2],
        [START + 2 * MINUTE, 1],
      ],
    })
  })

  it('has its own totals, rows of the standard, features and explanations', async () => {
    const { host, value } = await playedCity()
    const asked = async (world: World) => {
      const explained = await host.explain(world, { scope: null, indicator: ROW, metric: 'value' })
      return {
        total: (await host.total(world, { feed: 'devices' }))?.value,
        row: await value(world),
        subjects: explained.subjects.map(({ id }) => id),
        found: (await host.find(world, 'devices', '2'))?.id,
      }
    }
    const [then, now] = await Promise.all([asked(past(0.5)), asked(NOW)])
    expect(then).toMatchObject({ total: 1, row: 1, subjects: ['1'], found: undefined })
    expect(now).toMatchObject({ total: 2, row: 2, subjects: ['1', '2'], found: '2' })
  })

  it('knows nothing of a living feed before it was first read, and says no number of it', async () => {
    const { engine, host, clock, values } = liveEngine(COUNTED)
    await clock.advance(30_000)
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    expect(await values(past(0.4))).toEqual([])
    expect(await host.total(past(0.4), { feed: 'devices' })).toBe(null)
    expect(await host.feedState(past(0.4), 'devices')).toBe(null)
    const { indicators } = await host.evaluate(past(0.4), { scope: null, only: [ROW] })
    expect(indicators[0]?.metrics.value).toMatchObject({ value: null, why: 'feed-unreadable:devices' })
    expect(await values(past(0.5))).toEqual(['1=10'])
  })

  it('puts what came late where it belongs, when asked for what was true', async () => {
    const { engine, clock, wire, takeSnapshot, values } = liveEngine()
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    wire().opened()
    takeSnapshot(device('1', 10, 0))
    await clock.advance(3 * MINUTE)
    // Measured in the first minute, heard in the third.
    wire().message([device('1', 11, 1)])
    await clock.advance(5_000)
    expect(await values(past(1.5, 'known'))).toEqual(['1=10'])
    expect(await values(past(1.5, 'happened'))).toEqual(['1=11'])
  })

  it('puts what came after something newer where it belongs, and nowhere else', async () => {
    const { engine, clock, wire, takeSnapshot, values } = liveEngine()
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    wire().opened()
    takeSnapshot(device('1', 10, 0))
    await clock.advance(3 * MINUTE)
    wire().message([device('1', 12, 2)])
    await clock.advance(5_000)
    wire().message([device('1', 11, 1)])
    await clock.advance(5_000)
    expect(await values(past(3.9, 'known'))).toEqual(['1=12'])
    expect(await values(past(1.5, 'happened'))).toEqual(['1=11'])
    expect(await values(past(3.9, 'happened'))).toEqual(['1=12'])
  })

  it('has the reading of then of a feed that does not live', async () => {
    const { engine, clock, values } = liveEngine({ live: undefined, record: 'place' })
    engine.admit('devices', bytesOf(device('1', 10, 0)))
    await clock.advance(MINUTE)
    engine.admit('devices', bytesOf(device('1', 11, 1), device('2', 20, 1)))
    expect(await values(past(0.5))).toEqual(['1=10'])
    expect(await values(past(1))).toEqual(['1=11', '2=20'])
  })

  it('brings a source of the map to the moment and back', async () => {
    const { engine, url } = await playedCity()
    const view = await engine.openMapView(NOW, 'devices', url, null)
    expect((await engine.nextMapDiff(view))?.add).toHaveLength(1)
    const then = engine.nextMapDiff(view)
    await engine.turnMapView(view, past(0.1))
    expect((await then)?.remove).toHaveLength(1)
    const back = engine.nextMapDiff(view)
    await engine.turnMapView(view, NOW)
    expect((await back)?.add).toHaveLength(1)
    engine.closeMapView(view)
  })

  it('gives evidence that holds the feeds as they stood, says so, and is equal when computed again', async () => {
    const { host } = await playedCity({ fields: { name: 'MC' } })
    const asked = { scope: null, indicator: ROW, catalogUrl: 'http://city.test/catalog.json' }
    const text = await (await host.evidence(past(0.5), asked)).text()
    expect(JSON.parse(text)).toMatchObject({
      version: 2,
      past: { at: '2026-09-01T08:00:30+08:00', axis: 'known' },
      metrics: { value: { value: 1 } },
      feeds: [{ id: 'devices', reconstructed: true, accepted: 1 }],
    })
    expect(await verifyEvidence(new TextEncoder().encode(text), 'en')).toMatchObject({ kind: 'equal' })
    const lied = text.replace('"value": 1,', '"value": 2,')
    expect(await verifyEvidence(new TextEncoder().encode(lied), 'en')).toMatchObject({ kind: 'differs' })
  })
})

describe('a plan', () => {
  const put = (id: string, value: number): Edit => ({
    feed: 'devices',
    put: { type: 'Feature', id, geometry: { type: 'Point', coordinates: [117, 35.4] }, properties: { value } },
  })

  it('is answered beside the present, and over a past', async () => {
    const { values, value } = await playedCity()
    const wanted = plan(put('3', 30), { feed: 'devices', id: '1', patch: { value: 99 } })
    expect(await values(wanted)).toEqual(['1=99', '2=20', '3=30'])
    expect([await value(wanted), await value(NOW)]).toEqual([3, 2])
    expect(await values({ ...wanted, base: past(0.5) })).toEqual(['1=99', '3=30'])
    expect(await values(NOW)).toEqual(['1=11', '2=20'])
  })

  it('goes on with the feed it lies over', async () => {
    const { clock, wire, values, engine, url } = await playedCity()
    const wanted = plan(put('3', 30))
    expect(await values(wanted)).toEqual(['1=11', '2=20', '3=30'])
    const view = await engine.openMapView(wanted, 'devices', url, null)
    expect((await engine.nextMapDiff(view))?.add).toHaveLength(2)
    const next = engine.nextMapDiff(view)
    wire().message([device('1', 12, 2)])
    await clock.advance(2_000)
    expect(await values(wanted)).toEqual(['1=12', '2=20', '3=30'])
    expect((await next)?.update).toHaveLength(1)
    engine.closeMapView(view)
  })

  it('names every edit that cannot be made, and answers nothing of such a plan', async () => {
    const { host, engine } = await playedCity()
    const wanted = plan(
      put('3', 30),
      { feed: 'lamps', id: 'x', drop: true },
      { feed: 'devices', id: '9', move: [117, 35.4] },
      { feed: 'devices', id: '1', patch: { name: true, status: false } },
      { feed: 'devices', id: '1', move: [0, 0] },
    )
    const faults = await engine.planFaults(wanted)
    expect(faults.map(({ number, feed, id, field, reason: { code } }) => [number, feed, id, field, code])).toEqual([
      [2, 'lamps', 'x', null, 'unknown-feed'],
      [3, 'devices', '9', null, 'unknown-id'],
      [4, 'devices', '1', 'properties.name', 'wrong-kind'],
      [5, 'devices', '1', 'geometry', 'outside-city'],
    ])
    await expect(host.total(wanted, { feed: 'devices' })).rejects.toThrow('change 2 (lamps x)')
  })

  it('gives evidence that holds the plan, and is equal when computed again', async () => {
    const { host } = await playedCity()
    const asked = { scope: null, indicator: ROW, catalogUrl: 'http://city.test/catalog.json' }
    for (const base of [NOW, past(0.5)]) {
      const text = await (await host.evidence({ ...plan(put('3', 30)), base }, asked)).text()
      expect(JSON.parse(text)).toMatchObject({
        plan: { format: 'one-map/plan', version: 1, city: '1', title: '试', changes: [{ feed: 'devices' }] },
        metrics: { value: { value: base === NOW ? 3 : 2 } },
      })
      expect(await verifyEvidence(new TextEncoder().encode(text), 'en')).toMatchObject({ kind: 'equal' })
    }
  })
})
