import { readEventStream } from './eventStream'
import { LIVE_REASONS } from './liveReasons'
import type { OpenTransport, TransportEvents } from './transport'

/** Events of these names say nothing but that the server lives. */
const HEARTBEATS: ReadonlySet<string> = new Set(['heartbeat', 'ping'])

/**
 * Server-sent events, read with `fetch`. `EventSource` would connect again by itself, hide the comments that servers send
 * as heartbeats, and say of a failure neither the status nor anything else.
 */
export const openSse: OpenTransport = ({ url }, events) => {
  const abort = new AbortController()
  if (url === null) events.closed(LIVE_REASONS.noUrl())
  else void follow(url, abort.signal, events)
  return { close: () => abort.abort() }
}

async function follow(url: URL, signal: AbortSignal, events: TransportEvents): Promise<void> {
  let response: Response
  try {
    response = await fetch(url, { headers: { accept: 'text/event-stream' }, cache: 'no-store', signal })
  } catch {
    events.closed(LIVE_REASONS.refused(url.host))
    return
  }
  const { body } = response
  const type = response.headers.get('content-type') ?? '-'
  if (response.status !== 200 || body === null || !/^text\/event-stream\b/i.test(type)) {
    events.closed(response.status === 200 ? LIVE_REASONS.notEventStream(type) : LIVE_REASONS.status(response.status))
    return
  }
  events.opened()
  const stream = readEventStream(
    (name, data) => (HEARTBEATS.has(name) ? events.alive() : events.message(data)),
    events.alive,
  )
  try {
    const reader = body.getReader()
    const decoder = new TextDecoder()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      stream.push(decoder.decode(value, { stream: true }))
    }
    events.closed(LIVE_REASONS.ended(''))
  } catch (error) {
    events.closed(LIVE_REASONS.ended(error instanceof Error ? error.message : String(error)))
  }
}
