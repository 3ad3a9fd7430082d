import type { CatalogFeed } from '#catalog/schema.ts'
import type { CityFeature } from '#core/model/feature.ts'
import type { FeedReport } from '#core/model/feedReport.ts'
import { admitFeed } from '#feeds/door/admitFeed.ts'
import type { OpenTransport, TransportEvents, TransportSettings } from '#feeds/live/transport.ts'
import { createFeedStore } from '#feeds/store/createFeedStore.ts'
import { deepFreeze } from '#tests/city/deepFreeze.ts'
import { manualClock } from '#tests/city/manualClock.ts'
import { wholeCatalog } from '#tests/city/wholeCatalog.ts'
import type { ChangeBatch } from '../EngineContext'
import type { EngineEvent } from '../engineEvents'
import { createLiving } from './createLiving'

/** 2026-09-01T08:00+08:00 on the app's clock, an hour before the real one, so that the two are never taken for each other. */
export const START = Date.parse('2026-09-01T08:00:00+08:00')
const REAL_START = START + 3_600_000

/** Seconds from the start as the feeds write them. */
export const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString()

export const device = (id: string, value: unknown, seconds = 0, more: Readonly<Record<string, unknown>> = {}) => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [116.98, 35.4] },
  properties: { name: `设备${id}`, value, time: at(seconds), ...more },
})
/** A change that the door keeps out: its place is outside the city. */
export const astray = (id: string, value: unknown) => ({
  ...device(id, value),
  geometry: { type: 'Point', coordinates: [0, 0] },
})
export const gone = (id: string) => ({ id, deleted: true })

export const LIVE = { live: { type: 'sse', url: '../live' } }
export const FIRST = [device('1', 10), device('2', 20)]

/** A wire that a channel has opened. */
interface PlayedWire {
  readonly settings: TransportSettings
  readonly events: TransportEvents
  readonly closed: () => boolean
}

interface PlayedCity {
  readonly feeds: readonly Readonly<Record<string, unknown>>[]
  readonly calendars?: Readonly<Record<string, unknown>>
  /** Feeds whose changes are kept as they came. */
  readonly measured?: readonly string[]
  /** False: an engine that only answers. */
  readonly timers?: boolean
}

/** For tests: what lives of a catalog, over a store of its own, wires played by hand and a clock turned by hand. */
export function playLiving({ feeds, calendars = {}, measured = [], timers = true }: PlayedCity) {
  const clock = manualClock(REAL_START)
  const now = () => clock.now() - REAL_START + START
  const store = createFeedStore()
  const wires: PlayedWire[] = []
  const batches: ChangeBatch[] = []
  const ticks: number[] = []
  const reports: string[] = []
  const late: string[] = []
  const events: EngineEvent[] = []
  const open: OpenTransport = (settings, hears) => {
    let closed = false
    wires.push({ settings, events: hears, closed: () => closed })
    return {
      close: () => {
        closed = true
      },
    }
  }
  const living = createLiving({
    store,
    placing: { place: (_, feature) => feature, report: (_, report) => report },
    timers: timers ? clock.timers : null,
    clock: clock.now,
    random: () => 0.5,
    now,
    transports: { sse: open, websocket: open, mqtt: open, demo: open },
    onChange: (batch) => void batches.push(batch),
    onLate: (feed, feature) => void late.push(`${feed} ${feature.id}=${feature.properties.value}`),
    onReport: (feed) => void reports.push(feed),
    onTick: (moment) => void ticks.push(moment),
    emit: (event) => void events.push(event),
  })
  const catalog = deepFreeze(
    wholeCatalog({
      version: 1,
      city: { code: '1', name: 'X', bounds: [116.7, 35.1, 117.5, 35.6] },
      feeds: feeds.map((feed) => ({ id: 'devices', record: 'device', source: { type: 'geojson', url: 'd' }, ...feed })),
      calendars,
      indicators: [],
    }),
  )
  const openCity = () => living.open(catalog, 'http://city.test/data/catalog.json', new Set(measured))
  openCity()

  const feedOf = (id: string): CatalogFeed => {
    const feed = catalog.feeds.find((candidate) => candidate.id === id)
    if (!feed) throw new Error(`no feed ${id}`)
    return feed
  }
  const reading = (id: string, features: readonly unknown[]) => {
    const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
    const admitted = admitFeed(bytes, feedOf(id), catalog.city, now())
    if (!admitted.ok) throw new Error(admitted.failure.reason.en)
    return deepFreeze({ ...admitted, bytes })
  }
  const stored = (id = 'devices') => {
    const feed = store.get(id)
    if (!feed) throw new Error(`feed ${id} has not come in`)
    return feed
  }
  const wire = (): TransportEvents => {
    const latest = wires.at(-1)
    if (!latest) throw new Error('no wire')
    return latest.events
  }
  const wanted = (): number => {
    const event = events.findLast(({ kind }) => kind === 'snapshot-wanted')
    if (event?.kind !== 'snapshot-wanted') throw new Error('no snapshot asked for')
    return event.ticket
  }

  return {
    living,
    store,
    clock,
    now,
    wires,
    batches,
    /** Feeds of which something else is said, though none of their features is another. */
    reports,
    /** `feed id=value` of what came late. */
    late,
    ticks,
    events,
    openCity,
    stored,
    wire,
    /** Ticket of the latest snapshot asked for. */
    wanted,
    report: (id?: string): FeedReport => stored(id).report,
    /** `id=value` of every feature. */
    values: (id?: string): string[] =>
      stored(id).features.map((feature) => `${feature.id}=${feature.properties.value}`),
    find: (id: string, feed = 'devices'): CityFeature | undefined => store.find(feed, id),
    /** The first reading of a feed, as the engine takes it. */
    begin(features: readonly unknown[], id = 'devices') {
      const { features: admitted, report, bytes, noted } = reading(id, features)
      const arranged = living.arrange(id, admitted)
      store.put({ id, record: feedOf(id).record, hasFootprint: false, features: arranged, report, mapUrl: 'blob:1' })
      living.begun(id, { bytes, noted })
    },
    /** A later reading. */
    renew(features: readonly unknown[], id = 'devices') {
      const { features: admitted, report, bytes, noted } = reading(id, features)
      living.renew(id, admitted, report, { bytes, noted })
    },
    /** The wire opens and the snapshot it asks for is taken. */
    goLive() {
      wire().opened()
      living.snapshotTaken('devices', wanted())
    },
    /** A message comes, and is handed on. Half a second: no tick lies between two whole ones. */
    async hear(...messages: readonly unknown[]) {
      wire().message(deepFreeze(messages))
      await clock.advance(500)
    },
  }
}

/** One live feed of two devices, caught up: device 1 says 10, device 2 says 20. */
export function livingDevices(settings: Partial<Parameters<typeof playLiving>[0]> = {}) {
  const played = playLiving({ feeds: [LIVE], ...settings })
  played.begin(FIRST)
  played.goLive()
  return played
}
