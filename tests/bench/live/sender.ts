import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'
import { folderHandler } from '#cli/folderHandler.ts'
import { type DeviceCity, deviceCity } from './deviceCity'
import type { SenderFolders, SenderOrder, SenderReport, SendTally } from './senderMessages'

/**
 * The process that serves both pages and sends the changes, apart from the one that measures. Serves
 * `GET /live/devices.geojson`, all devices as they are now, and `/live/devices/socket`, changes as frames of many.
 */
const FRAME = 100
const TICK_MS = 20

const folders: SenderFolders = JSON.parse(process.argv[2] ?? '')
const app = folderHandler(folders.app)
const baseline = folderHandler(folders.baseline)
const streams = new Set<WebSocket>()
let opened = 0
let city: DeviceCity = deviceCity(0, 0, Date.now())

const tell = (report: SenderReport): void => void process.send?.(report)

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  const text = folders.texts[pathname]
  if (pathname === '/live/devices.geojson') {
    const collection = { type: 'FeatureCollection', features: city.features() }
    json(response, JSON.stringify(collection))
  } else if (text !== undefined) json(response, text)
  else if (pathname.startsWith('/baseline/')) {
    request.url = request.url?.slice('/baseline'.length)
    baseline(request, response)
  } else app(request, response)
}

const json = (response: ServerResponse, text: string): void =>
  void response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(text)

/** Sends what is due at each tick, in frames of `FRAME`, so that the rate holds whatever the timers do. */
async function send(seconds: number, perSecond: number): Promise<SendTally> {
  const all = Math.round(seconds * perSecond)
  const began = performance.now()
  let changes = 0
  let frames = 0
  let mostWaiting = 0
  await new Promise<void>((done) => {
    const timer = setInterval(() => {
      const due = Math.min(all, Math.round(((performance.now() - began) / 1000) * perSecond))
      while (changes < due) {
        const some = city.change(Math.min(FRAME, due - changes), Date.now())
        changes += some.length
        frames += 1
        const text = JSON.stringify(some)
        for (const stream of streams) {
          stream.send(text)
          mostWaiting = Math.max(mostWaiting, stream.bufferedAmount)
        }
      }
      if (changes < all) return
      clearInterval(timer)
      done()
    }, TICK_MS)
  })
  return { changes, frames, seconds: (performance.now() - began) / 1000, mostWaiting, listeners: streams.size, opened }
}

const sockets = new WebSocketServer({ noServer: true })
const server = createServer(answer)
server.on('upgrade', (request, stream, head) =>
  sockets.handleUpgrade(request, stream, head, (socket) => {
    streams.add(socket)
    opened += 1
    socket.once('close', () => streams.delete(socket))
    tell({ kind: 'opened' })
  }),
)
process.on('message', (order: SenderOrder) => {
  if (order.kind === 'reset') {
    for (const stream of streams) stream.terminate()
    streams.clear()
    opened = 0
    city = deviceCity(order.devices, order.seed, Date.now())
    tell({ kind: 'reset' })
  } else void send(order.seconds, order.perSecond).then((tally) => tell({ kind: 'sent', tally }))
})
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () =>
  tell({ kind: 'listening', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }),
)
