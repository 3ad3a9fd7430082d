import type { RequestListener } from 'node:http'
import { inject } from 'vitest'
import { folderHandler } from '#cli/folderHandler.ts'
import type { AnswerAction } from '../servers/actionDesk'
import { type GeoJsonFeature, type LiveServer, liveServer } from '../servers/liveServer'

/** A small city of its own with living feeds: the built app, its catalog and its feeds on one origin. Its clock is the real one. */
export interface LivingCity {
  /** Of the app, which opens this city. */
  readonly url: string
  readonly server: LiveServer
  close(): Promise<void>
}

export interface LivingCitySettings {
  readonly feeds: readonly object[]
  readonly layers: readonly object[]
  readonly maps: readonly object[]
  readonly answer?: AnswerAction
  /** Further origins that the page may talk to. */
  readonly connect?: readonly string[]
}

const BOUNDS = [117, 35, 117.2, 35.2] as const
const HEARTBEAT_MS = 5_000

const [west, south, east, north] = BOUNDS
const LAND = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      id: 'land',
      properties: { name: '河湾县' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
    },
  ],
}

/** Day and night, every day: what is left of a limit can be told from the clock on the wall. */
export const ALWAYS = { weekdays: [1, 2, 3, 4, 5, 6, 7], hours: [['00:00', '24:00']] }

/** A feed of the server's by server-sent events. */
export const livingFeed = (id: string, more: object) => ({
  id,
  source: { type: 'geojson', url: `../live/${id}.geojson` },
  live: { type: 'sse', url: `../live/${id}/events`, heartbeatSeconds: 15 },
  ...more,
})

/** A layer of dots. */
export const dots = (id: string, feed: string, more: object = {}) => ({
  id,
  feed,
  group: 'live',
  style: [{ type: 'circle', paint: { 'circle-radius': 6, 'circle-color': '$cat1' } }],
  ...more,
})

/** A point feature in the city, the `nth` of a row of them. */
export const pointFeature = (
  id: string,
  nth: number,
  properties: Readonly<Record<string, unknown>>,
): GeoJsonFeature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [117.05 + 0.005 * (nth % 20), 35.06 + 0.005 * Math.floor(nth / 20)] },
  properties,
})

export async function livingCity(settings: LivingCitySettings): Promise<LivingCity> {
  const catalog = {
    version: 1,
    city: { code: '999902', name: { zh: '河湾县', en: 'Riverbend County' }, bounds: BOUNDS },
    feeds: [{ id: 'land', record: 'zone', source: { type: 'geojson', url: 'land.geojson' } }, ...settings.feeds],
    layers: [
      {
        id: 'land',
        feed: 'land',
        group: 'ground',
        base: true,
        style: [{ type: 'fill', paint: { 'fill-color': '$land' } }],
      },
      ...settings.layers,
    ],
    maps: settings.maps,
    indicators: [],
  }
  const own = new Map<string, string>([
    ['/geodata/catalog.json', JSON.stringify(catalog)],
    ['/geodata/land.geojson', JSON.stringify(LAND)],
  ])
  const app = folderHandler(inject('appFolder'), settings.connect)
  const fallback: RequestListener = (request, response) => {
    const text = own.get(new URL(request.url ?? '/', 'http://localhost').pathname)
    if (text === undefined) app(request, response)
    else response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(text)
  }
  const server = await liveServer({
    fallback,
    heartbeatMs: HEARTBEAT_MS,
    ...(settings.answer && { answer: settings.answer }),
  })
  return { url: server.url, server, close: () => server.close() }
}
