import type { CatalogCity, CatalogFeed } from '#catalog/schema.ts'
import type { Reason } from '#core/model/feedReport.ts'

/** Timers as a parameter, so that tests turn the clock by hand. */
export interface Timers {
  set(run: () => void, milliseconds: number): unknown
  clear(handle: unknown): void
}

/** The address of a socket: a URL relative to the catalog's has become http(s), which means ws(s) here. */
export function socketUrl(url: URL): string {
  return url.href.replace(/^http/, 'ws')
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The text of a binary frame. One that is not UTF-8 gives a text that no reader takes for JSON. */
export function frameText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    return '\uFFFD'
  }
}

/** What a transport tells the channel. After `closed`, and after the channel has closed it, nothing more is heard. */
export interface TransportEvents {
  /** Messages from now on reach us: the moment before which a snapshot is of no use. */
  opened(): void
  /** A text frame of one message or a JSON array of them; or messages already parsed. */
  message(data: string | readonly unknown[]): void
  /** A sign of life that carries nothing. */
  alive(): void
  /** The connection was refused or has ended. The channel tries again; a transport never does so itself. */
  closed(reason: Reason): void
}

export interface LiveTransport {
  close(): void
}

export interface TransportSettings {
  readonly feed: CatalogFeed
  /** Absolute; null where the feed's `live` names none (`demo`). */
  readonly url: URL | null
  readonly city: CatalogCity
  /** The city's clock, epoch milliseconds. */
  readonly now: () => number
  readonly timers: Timers
  /** In [0, 1). */
  readonly random: () => number
  /** The features that the feed holds now, for a transport that plays the source itself (`demo`). */
  readonly snapshot: () => Promise<readonly unknown[]>
}

/** Opens one connection; the first event may come before or after it returns. Rejects only when it cannot even begin. */
export type OpenTransport = (
  settings: TransportSettings,
  events: TransportEvents,
) => LiveTransport | Promise<LiveTransport>

/** The timers of the page. */
export const platformTimers: Timers = {
  set: (run, milliseconds) => setTimeout(run, milliseconds),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
}
