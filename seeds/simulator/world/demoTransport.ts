import type { CatalogCity, CatalogFeed } from '#catalog/schema.ts'
import type { Reason } from '#core/model/feedReport.ts'

/** The live channel's side of a connection, by shape: the simulator is one of its transports. */
export interface DemoEvents {
  opened(): void
  message(data: readonly unknown[]): void
  alive(): void
  closed(reason: Reason): void
}

export interface DemoTransport {
  close(): void
}

export interface DemoTimers {
  set(run: () => void, milliseconds: number): unknown
  clear(handle: unknown): void
}

export interface DemoSettings {
  /** With its calendar, not the name of one. */
  readonly feed: CatalogFeed
  readonly city: CatalogCity
  /** The city's clock, epoch milliseconds. */
  readonly now: () => number
  readonly timers: DemoTimers
  /** The features the feed holds when the city is first played. */
  readonly snapshot: () => Promise<readonly unknown[]>
}
