import type { Reason } from '#core/model/feedReport.ts'
import { LIVE_REASONS } from './liveReasons'
import type { LiveTransport, OpenTransport, TransportEvents, TransportSettings } from './transport'

export interface ConnectionSettings {
  readonly transport: OpenTransport
  readonly settings: TransportSettings
  readonly clock: () => number
  readonly connectMs: number
  /** Silence after which an open connection counts as broken; null: never. */
  readonly silenceMs: number | null
}

/**
 * One attempt to connect, until it ends: `closed` is heard exactly once and last, whatever the transport does; never
 * after `close`. An attempt that does not open in time and a connection that falls silent are ended here.
 */
export function openConnection(attempt: ConnectionSettings, events: TransportEvents): LiveTransport {
  const { transport, settings, clock, connectMs, silenceMs } = attempt
  const { timers } = settings
  let transportOpen: LiveTransport | null = null
  let opened = false
  let ended = false
  let lastSign = clock()
  let timer: unknown = timers.set(() => end(LIVE_REASONS.connectTimeout(connectMs / 1000)), connectMs)

  function release(): void {
    ended = true
    timers.clear(timer)
    transportOpen?.close()
  }

  function end(reason: Reason): void {
    if (ended) return
    release()
    events.closed(reason)
  }

  /** One timer for the whole connection: at 5,000 messages a second it is not set anew for each. */
  function watch(limit: number): void {
    const left = lastSign + limit - clock()
    if (left <= 0) end(LIVE_REASONS.silent(limit / 1000))
    else timer = timers.set(() => watch(limit), left)
  }

  function sign(hear: () => void): void {
    if (ended) return
    lastSign = clock()
    hear()
  }

  function open(): void {
    if (ended || opened) return
    opened = true
    lastSign = clock()
    timers.clear(timer)
    if (silenceMs !== null) watch(silenceMs)
    events.opened()
  }

  const beginning = begin(transport, settings, {
    opened: open,
    // A broker may send what it has before it confirms the subscription: what can be heard is open.
    message(data) {
      open()
      sign(() => events.message(data))
    },
    alive: () => sign(() => events.alive()),
    closed: end,
  })
  beginning.then(
    (begun) => {
      transportOpen = begun
      if (ended) begun.close()
    },
    (error: unknown) => end(LIVE_REASONS.cannotOpen(error instanceof Error ? error.message : String(error))),
  )

  return {
    close() {
      if (!ended) release()
    },
  }
}

async function begin(
  transport: OpenTransport,
  settings: TransportSettings,
  events: TransportEvents,
): Promise<LiveTransport> {
  return transport(settings, events)
}
