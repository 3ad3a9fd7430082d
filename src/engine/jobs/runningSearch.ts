/** What is told while it is searched: how far the task is read, and each better answer. */
export type SearchNews<Found> =
  | { readonly kind: 'reading'; readonly done: number; readonly of: number }
  | { readonly kind: 'better'; readonly found: Found }

/** A search under way in a worker of its own. */
export interface RunningSearch<Found> {
  /** The last answer. Rejects with `EngineFailure` when the worker fails, or when it is closed before. */
  readonly ended: Promise<Found>
  /** Ends it with what it has. */
  stop(): void
  /** Ends it and the worker, with nothing. */
  close(): void
}
