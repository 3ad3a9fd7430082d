import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { type ActionDesk, type AnswerAction, createActionDesk } from './actionDesk'

export interface GeoJsonFeature {
  readonly type: 'Feature'
  readonly id: string
  readonly geometry: unknown
  readonly properties: Readonly<Record<string, unknown>>
}

/**
 * A small real server of living feeds, for tests, journeys and benches. Of each feed it serves
 * - `GET /live/FEED.geojson`: all features as they are now
 * - `GET /live/FEED/events`: changes from then on, as server-sent events
 * - `/live/FEED/socket`: the same as a WebSocket
 * - `POST /live/FEED/actions/VERB`: an action with an `Idempotency-Key`; see `actionDesk`
 */
export interface LiveServer {
  /** `http://127.0.0.1:PORT/`, the same after `restart`. */
  readonly url: string
  readonly desk: ActionDesk
  /** Changes a feature and tells all who listen. */
  put(feed: string, ...features: GeoJsonFeature[]): void
  remove(feed: string, ...ids: string[]): void
  features(feed: string): readonly GeoJsonFeature[]
  /** Streams open now, and opened so far. */
  streams(): number
  opened(): number
  /** Snapshots served so far. */
  snapshots(): number
  /** Sends this text to all who listen, as a message. */
  send(feed: string, text: string): void
  /** A sign of life to all streams: a comment, or an empty frame. */
  beat(): void
  /** Streams stay open but nothing is sent on them any more, as when a cable is pulled; what happens is not sent later. */
  pause(): void
  resume(): void
  /** Cuts every stream. */
  dropAll(): void
  /** New streams are answered with this status; null: as usual. */
  refuse(status: number | null): void
  /** Nobody listens on the port any more, and every connection is cut. */
  stop(): Promise<void>
  restart(): Promise<void>
  close(): Promise<void>
}

interface Stream {
  readonly feed: string
  send(text: string): void
  beat(): void
  cut(): void
}

export interface LiveServerSettings {
  /** Answers every other path, such as the built app: then the page and its feeds share an origin. */
  readonly fallback?: RequestListener
  /** Beats by itself this often. */
  readonly heartbeatMs?: number
  /** What becomes of an action; accepted when absent. */
  readonly answer?: AnswerAction
  /** 0: any free one. */
  readonly port?: number
}

const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Headers': 'content-type, idempotency-key',
}

export async function liveServer(settings: LiveServerSettings = {}): Promise<LiveServer> {
  const feeds = new Map<string, Map<string, GeoJsonFeature>>()
  const streams = new Set<Stream>()
  const desk = createActionDesk(settings.answer)
  const sockets = new WebSocketServer({ noServer: true })
  let paused = false
  let refused: number | null = null
  let opened = 0
  let snapshots = 0

  const featuresOf = (feed: string): Map<string, GeoJsonFeature> => {
    const known = feeds.get(feed) ?? new Map<string, GeoJsonFeature>()
    feeds.set(feed, known)
    return known
  }

  function join(stream: Stream, ended: (gone: () => void) => void): void {
    streams.add(stream)
    opened += 1
    ended(() => streams.delete(stream))
  }

  function tell(feed: string, text: string): void {
    if (paused) return
    for (const stream of streams) if (stream.feed === feed) stream.send(text)
  }

  function events(feed: string, response: ServerResponse): void {
    if (refused !== null) {
      response.writeHead(refused, CORS).end()
      return
    }
    const send = (text: string) => response.write(`data: ${text.replaceAll('\n', '\ndata: ')}\n\n`)
    join(
      { feed, send, beat: () => response.write(': here\n\n'), cut: () => response.destroy() },
      (gone) => void response.once('close', gone),
    )
    response.writeHead(200, { ...CORS, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.flushHeaders()
  }

  function socket(feed: string, ws: WebSocket): void {
    join(
      { feed, send: (text) => ws.send(text), beat: () => ws.send(''), cut: () => ws.terminate() },
      (gone) => void ws.once('close', gone),
    )
  }

  function snapshot(feed: string, response: ServerResponse): void {
    snapshots += 1
    response
      .writeHead(200, { ...CORS, 'Content-Type': 'application/geo+json', 'Cache-Control': 'no-store' })
      .end(JSON.stringify({ type: 'FeatureCollection', features: [...featuresOf(feed).values()] }))
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const [, feed, rest = ''] = /^\/live\/([^/]+?)(\.geojson|\/.+)$/.exec(pathname) ?? []
    if (feed !== undefined && request.method === 'OPTIONS') response.writeHead(204, CORS).end()
    else if (feed !== undefined && rest === '.geojson') snapshot(feed, response)
    else if (feed !== undefined && rest === '/events') events(feed, response)
    else if (feed !== undefined && rest.startsWith('/actions/')) {
      void desk.receive(rest.slice('/actions/'.length), request).then(({ status, body }) => {
        response.writeHead(status, { ...CORS, 'Content-Type': 'application/json' }).end(JSON.stringify(body))
      })
    } else if (settings.fallback) settings.fallback(request, response)
    else response.writeHead(404, CORS).end()
  }

  let server: Server
  async function listen(port: number): Promise<number> {
    server = createServer(answer)
    server.on('upgrade', (request, stream, head) => {
      const [, feed] = /^\/live\/([^/]+)\/socket$/.exec(request.url ?? '') ?? []
      if (feed === undefined || refused !== null) {
        stream.end(`HTTP/1.1 ${refused ?? 404} Refused\r\nConnection: close\r\n\r\n`)
        return
      }
      sockets.handleUpgrade(request, stream, head, (ws) => socket(feed, ws))
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }

  const dropAll = (): void => {
    for (const { cut } of streams) cut()
    streams.clear()
  }
  const beat = (): void => {
    if (!paused) for (const stream of streams) stream.beat()
  }
  async function stop(): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    dropAll()
    server.closeAllConnections()
    await closed
  }

  const port = await listen(settings.port ?? 0)
  const heart = settings.heartbeatMs === undefined ? null : setInterval(beat, settings.heartbeatMs)
  return {
    url: `http://127.0.0.1:${port}/`,
    desk,
    put(feed, ...features) {
      for (const feature of features) {
        featuresOf(feed).set(feature.id, feature)
        tell(feed, JSON.stringify(feature))
      }
    },
    remove(feed, ...ids) {
      for (const id of ids) {
        featuresOf(feed).delete(id)
        tell(feed, JSON.stringify({ id, deleted: true }))
      }
    },
    features: (feed) => [...featuresOf(feed).values()],
    streams: () => streams.size,
    opened: () => opened,
    snapshots: () => snapshots,
    send: tell,
    beat,
    pause() {
      paused = true
    },
    resume() {
      paused = false
    },
    dropAll,
    refuse(status) {
      refused = status
    },
    stop,
    restart: async () => void (await listen(port)),
    async close() {
      if (heart !== null) clearInterval(heart)
      if (server.listening) await stop()
    },
  }
}
