import type { LIVE_TYPES } from '#catalog/vocabulary.ts'
import type { TakeAction } from '../actions/actionSender'
import { openSse } from './sseTransport'
import type { OpenTransport } from './transport'
import { openWebSocket } from './webSocketTransport'

/** Transports by `live.type`. What few cities use is loaded when asked for. Adding one is one file and one line here. */
export const LIVE_TRANSPORTS: Readonly<Record<(typeof LIVE_TYPES)[number], OpenTransport>> = {
  sse: openSse,
  websocket: openWebSocket,
  mqtt: async (settings, events) => (await import('./mqttTransport')).openMqtt(settings, events),
  demo: async (settings, events) => (await simulator()).openDemo(settings, events),
}

const simulator = () => import('#seeds/simulator/openDemo.ts')

/** Endpoint of the actions of a demonstration city. */
export const takeDemoAction: TakeAction = async (action, verb) => (await simulator()).acceptAction(action, verb)
