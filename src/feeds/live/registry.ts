import type { LIVE_TYPES } from '../../catalog/vocabulary'
import { openSse } from './sseTransport'
import type { OpenTransport } from './transport'
import { openWebSocket } from './webSocketTransport'

/** Transports by `live.type`. What few cities use is loaded when asked for. Adding one is one file and one line here. */
export const LIVE_TRANSPORTS: Readonly<Record<(typeof LIVE_TYPES)[number], OpenTransport>> = {
  sse: openSse,
  websocket: openWebSocket,
  mqtt: async (settings, events) => (await import('./mqttTransport')).openMqtt(settings, events),
  // biome-ignore lint/style/noRestrictedImports: the one way to the simulator, behind the same interface as a server
  demo: async (settings, events) => (await import('../../demo/openDemo')).openDemo(settings, events),
}
