import { describe, expect, it } from 'vitest'
import { NOW as PRESENT } from '#core/model/world.ts'
import { capFile, INFO } from '#feeds/protocols/cap/capFixture.ts'
import { createCityEngine } from '../createCityEngine'
import type { EngineEvent } from '../engineEvents'

const NOW = Date.parse('2026-09-01T08:00:00+08:00')
const bytes = (text: string) => new TextEncoder().encode(text)
const square = (west: number) => [
  [west, 35],
  [west + 0.1, 35],
  [west + 0.1, 35.1],
  [west, 35.1],
  [west, 35],
]
const zones = (...of: readonly (readonly [id: string, west: number])[]) =>
  bytes(
    JSON.stringify({
      type: 'FeatureCollection',
      features: of.map(([id, west]) => ({
        type: 'Feature',
        id,
        properties: {},
        geometry: { type: 'Polygon', coordinates: [square(west)] },
      })),
    }),
  )
const warned = (code: string, identifier = 'A1') =>
  bytes(
    capFile({ identifier, info: { ...INFO, area: { areaDesc: '东镇', geocode: { valueName: 'c', value: code } } } }),
  )

function openCity() {
  const clock = { now: NOW }
  const events: EngineEvent[] = []
  const engine = createCityEngine({ publish: () => 'blob:x', withdraw: () => {}, clock: () => clock.now })
  const feed = (id: string) => ({ id, record: 'zone', source: { type: 'geojson', url: `${id}.geojson` } })
  const opened = engine.openCatalog(
    bytes(
      JSON.stringify({
        version: 1,
        city: { code: '370883', name: '示例县', bounds: [117, 35, 118, 36] },
        feeds: [{ id: 'w', record: 'warning', source: { type: 'cap', url: 'w.xml' } }, feed('boundary'), feed('towns')],
        indicators: [],
      }),
    ),
    null,
  )
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults))
  engine.follow((event) => void events.push(event))
  const wanted = () => events.flatMap((event) => (event.kind === 'feed-wanted' ? [event.feed] : []))
  const warning = async (id = 'A1') => {
    const feature = await engine.find(PRESENT, 'w', id)
    const at = await engine.rows(PRESENT, { feed: 'w', columns: ['placed_by', 'placed_roughly'] })
    return { bounds: feature?.bounds ?? null, row: at.rows.find((row) => row.id === id)?.cells }
  }
  const notices = async () =>
    (await engine.feedState(PRESENT, 'w'))?.report.notices.map(({ reason, count }) => `${reason.code} ${count}`)
  return { engine, clock, wanted, warning, notices }
}

describe('a warning that names its area by a code', () => {
  it('waits off the map until a zone with that code comes in, and asks for the zones one after another', async () => {
    const { engine, wanted, warning, notices } = openCity()
    engine.admit('w', warned('370883001'))
    expect(await warning()).toEqual({ bounds: null, row: [null, null] })
    expect(await notices()).toEqual(['warning-not-on-map 1'])
    expect(wanted()).toEqual(['boundary'])
    engine.admit('boundary', zones(['370883', 117]))
    expect((await warning()).bounds).toBeNull()
    expect(wanted()).toEqual(['boundary', 'towns'])
    engine.admit('towns', zones(['370883001', 117.5]))
    expect(await warning()).toEqual({ bounds: [117.5, 35, 117.6, 35.1], row: ['370883001', null] })
    expect(await notices()).toEqual(['warning-placed-by-code 1'])
    expect(wanted()).toEqual(['boundary', 'towns'])
  })

  it('is placed at once where the zone is there, goes with it, and comes off the map with it', async () => {
    const { engine, wanted, warning, notices } = openCity()
    engine.admit('towns', zones(['370883001', 117.5]))
    engine.admit('w', warned('370883001'))
    expect((await warning()).bounds).toEqual([117.5, 35, 117.6, 35.1])
    expect(wanted()).toEqual([])
    engine.admit('towns', zones(['370883001', 117.2]))
    expect((await warning()).bounds).toEqual([117.2, 35, 117.3, 35.1])
    engine.admit('towns', zones(['370883009', 117.2]))
    expect(await warning()).toEqual({ bounds: null, row: [null, null] })
    expect(await notices()).toEqual(['warning-not-on-map 1'])
  })

  it('of the city has its bounds until its outline is there', async () => {
    const { engine, wanted, warning } = openCity()
    engine.admit('w', warned('370883'))
    expect(await warning()).toEqual({ bounds: [117, 35, 118, 36], row: ['370883', true] })
    expect(wanted()).toEqual(['boundary'])
    engine.admit('boundary', zones(['370883', 117.5]))
    expect(await warning()).toEqual({ bounds: [117.5, 35, 117.6, 35.1], row: ['370883', null] })
  })

  it('is placed in later readings, too', async () => {
    const { engine, warning, notices } = openCity()
    engine.admit('towns', zones(['370883001', 117.5]))
    engine.admit('w', warned('370883009'))
    engine.admit('w', warned('370883001', 'A2'))
    expect((await warning('A2')).bounds).toEqual([117.5, 35, 117.6, 35.1])
    expect(await notices()).toEqual(['warning-placed-by-code 1'])
  })

  it('is counted with what lies in the outline', async () => {
    const { engine } = openCity()
    engine.admit('towns', zones(['370883001', 117.5]))
    engine.admit('w', warned('370883001'))
    const { inForce } = await engine.warningsInForce(PRESENT, { feed: 'w', inside: [{ feed: 'towns' }] })
    expect(inForce.map(({ id, placed, inside }) => [id, placed, inside[0]?.count])).toEqual([['A1', true, 1]])
  })
})

describe('a list of nothing', () => {
  const calm = bytes('<alerts/>')

  it('ends what stood, and its time is that at which it was read', async () => {
    const { engine, clock } = openCity()
    engine.admit('w', bytes(capFile()))
    clock.now += 60_000
    const admission = engine.admit('w', calm, false, clock.now - 5_000)
    expect(admission).toMatchObject({ ok: true, report: { accepted: 0, asOf: clock.now - 5_000, asOfReading: true } })
    expect((await engine.warningsInForce(PRESENT, { feed: 'w', inside: [] })).inForce).toEqual([])
  })

  it('read again without change is as of the later reading', () => {
    const { engine, clock } = openCity()
    engine.admit('w', calm)
    clock.now += 3_600_000
    expect(engine.admit('w', calm)).toMatchObject({ report: { asOf: clock.now } })
    // A server whose clock is ahead makes nothing newer than now.
    expect(engine.admit('w', calm, false, clock.now + 9_000_000)).toMatchObject({ report: { asOf: clock.now } })
  })
})
