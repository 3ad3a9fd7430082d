import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Aedes } from 'aedes'
import { createWebSocketStream, WebSocketServer } from 'ws'

/** A real MQTT broker (aedes) over WebSocket, for tests, journeys and benches. */
export interface MqttBroker {
  /** `ws://127.0.0.1:PORT/mqtt`, the same after `restart`. */
  readonly url: string
  publish(topic: string, payload: string | Uint8Array, retain?: boolean): Promise<void>
  /** Clients that have subscribed to something, so far. */
  subscribed(): number
  clients(): number
  /** Topics that nobody may have. */
  forbid(topic: string): void
  /** Nobody may connect any more. */
  lock(): void
  stop(): Promise<void>
  restart(): Promise<void>
  close(): Promise<void>
}

export async function mqttBroker(): Promise<MqttBroker> {
  const forbidden = new Set<string>()
  let subscribed = 0
  let locked = false
  const broker = await Aedes.createBroker({
    authenticate: (_client, _user, _password, done) =>
      // 5 in CONNACK: not authorized.
      locked ? done(Object.assign(new Error('locked'), { returnCode: 5 }), false) : done(null, true),
    // No answer for a topic that may not be had: null is refused in SUBACK.
    authorizeSubscribe: (_client, subscription, done) =>
      done(null, forbidden.has(subscription.topic) ? null : subscription),
  })
  broker.on('subscribe', () => {
    subscribed += 1
  })
  let server: Server
  let sockets: WebSocketServer

  async function listen(port: number): Promise<number> {
    server = createServer()
    sockets = new WebSocketServer({ server, handleProtocols: () => 'mqtt' })
    sockets.on('connection', (ws, request) => {
      const stream = createWebSocketStream(ws)
      stream.on('error', () => {})
      broker.handle(stream, request)
    })
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }

  async function stop(): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    for (const socket of sockets.clients) socket.terminate()
    server.closeAllConnections()
    await closed
  }

  const port = await listen(0)
  return {
    url: `ws://127.0.0.1:${port}/mqtt`,
    publish: (topic, payload, retain = false) =>
      new Promise((done, fail) => {
        broker.publish(
          {
            cmd: 'publish',
            topic,
            payload: typeof payload === 'string' ? payload : Buffer.from(payload),
            qos: 1,
            retain,
            dup: false,
          },
          (error) => (error ? fail(error) : done()),
        )
      }),
    subscribed: () => subscribed,
    clients: () => broker.connectedClients,
    forbid: (topic) => void forbidden.add(topic),
    lock() {
      locked = true
    },
    stop,
    restart: async () => void (await listen(port)),
    async close() {
      if (server.listening) await stop()
      await new Promise<void>((done) => broker.close(() => done()))
    },
  }
}
