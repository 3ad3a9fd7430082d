import mqtt from 'mqtt'
import { LIVE_REASONS } from './liveReasons'
import { frameText, type OpenTransport, socketUrl } from './transport'

const KEEPALIVE_SECONDS = 30

/**
 * MQTT 3.1.1 over WebSocket, QoS 1, clean session. The broker is not asked to keep what we miss: a snapshot follows every
 * connect, and messages from before it, cut where the broker's queue was full, would set features back. Retained
 * messages are taken like any other.
 */
export const openMqtt: OpenTransport = ({ feed, url, random }, events) => {
  if (url === null) {
    events.closed(LIVE_REASONS.noUrl())
    return { close() {} }
  }
  const topic = feed.live?.topic ?? decodeURIComponent(url.pathname.slice(1))
  const heartbeat = feed.live?.heartbeatSeconds
  const client = mqtt.connect(socketUrl(url), {
    protocolVersion: 4,
    clean: true,
    clientId: `one-map-${random().toString(36).slice(2, 12)}`,
    // A ping goes out after one silent keepalive; its answer must come before the channel gives up.
    keepalive: heartbeat === undefined ? KEEPALIVE_SECONDS : Math.max(1, Math.floor(heartbeat / 2)),
    // The channel connects again, and it gives up on an attempt.
    reconnectPeriod: 0,
    connectTimeout: 2 ** 31 - 1,
    resubscribe: false,
    // The other variant starts a worker from a blob, which the page's security policy does not allow.
    timerVariant: 'native',
  })
  let opened = false
  client.on('connect', () => {
    client.subscribe(topic, { qos: 1 }, (error) => {
      if (error === null) {
        opened = true
        events.opened()
      } else if ('packet' in error && error.packet !== undefined) events.closed(LIVE_REASONS.topicRefused(topic))
      else events.closed(LIVE_REASONS.ended(error.message))
    })
  })
  client.on('message', (_topic, payload) => events.message(frameText(payload)))
  client.on('packetreceive', () => events.alive())
  client.on('error', (error) => {
    if (opened) events.closed(LIVE_REASONS.ended(error.message))
    else if ('code' in error && typeof error.code === 'number') events.closed(LIVE_REASONS.brokerRefused(error.message))
    else events.closed(LIVE_REASONS.refused(url.host))
  })
  client.on('close', () => events.closed(opened ? LIVE_REASONS.ended('') : LIVE_REASONS.refused(url.host)))
  return { close: () => void client.end(true) }
}
