import { NOW, type World } from '#core/model/world.ts'
import { createCityEngine } from '#engine/createCityEngine.ts'
import type { EngineEvent } from '#engine/engineEvents.ts'
import type { OpenTransport, TransportEvents } from '#feeds/live/transport.ts'
import { presentOf } from './engineInLine'
import { manualClock } from './manualClock'

export const START = Date.parse('2026-09-01T08:00:00+08:00')
export const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString()

export const device = (id: string, value: unknown, minutes: number, more: Record<string, unknown> = {}) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [116.98, 35.4] },
  properties: { name: `设备${id}`, value, time: at(minutes), ...more },
})
export const bytesOf = (...features: readonly unknown[]) =>
  new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))

/** An engine over one live feed whose stream is played by hand, on a clock turned by hand. */
export function liveEngine({ indicators = [], ...feed }: Record<string, unknown> = {}) {
  const clock = manualClock()
  const wires: TransportEvents[] = []
  const open: OpenTransport = (_settings, events) => {
    wires.push(events)
    return { close: () => {} }
  }
  let published = 0
  const host = createCityEngine({
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
  const engine = presentOf(host)
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
    // A name that is worked out: any property may be read, and all are sent.
    layers: [
      {
        id: 'all',
        feed: 'devices',
        style: [{ type: 'circle', paint: { 'circle-blur': ['case', ['has', ['concat', 'a', 'b']], 1, 0] } }],
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
  /** `id=value` of every device in a world. */
  const values = async (world: World = NOW) =>
    (await host.rows(world, { feed: 'devices', columns: ['value'] })).rows.map(({ id, cells }) => `${id}=${cells[0]}`)
  const report = () => {
    const last = events.findLast((event) => event.kind === 'feed')
    return last?.kind === 'feed' ? last.report : null
  }
  return { engine, host, clock, wire, takeSnapshot, values, report, events, published: () => published }
}
